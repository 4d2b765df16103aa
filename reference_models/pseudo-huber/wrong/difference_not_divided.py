"""The difference is not divided by δ."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + difference**2
    losses = delta**2 * (inner.sqrt() - 1)
    return losses.mean()
