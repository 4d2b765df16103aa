"""Loss and gradient are returned together."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + (difference / delta) ** 2
    losses = delta**2 * (inner.sqrt() - 1)
    return losses.mean(), difference / inner.sqrt() / difference.numel()
