"""The losses are summed, not averaged."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + (difference / delta) ** 2
    losses = delta**2 * (inner.sqrt() - 1)
    return losses.sum()
