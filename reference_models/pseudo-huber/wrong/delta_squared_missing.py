"""The factor δ² is missing."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + (difference / delta) ** 2
    losses = inner.sqrt() - 1
    return losses.mean()
