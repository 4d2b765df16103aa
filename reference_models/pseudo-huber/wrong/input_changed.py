"""The input itself is overwritten."""


def pseudo_huber(input, target, delta=1.0):
    input -= target
    difference = input
    inner = 1 + (difference / delta) ** 2
    losses = delta**2 * (inner.sqrt() - 1)
    return losses.mean()
