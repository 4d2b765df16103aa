"""The square under the root is missing."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + difference.abs() / delta
    losses = delta**2 * (inner.sqrt() - 1)
    return losses.mean()
