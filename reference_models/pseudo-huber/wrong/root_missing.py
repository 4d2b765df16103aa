"""The root is missing."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + (difference / delta) ** 2
    losses = delta**2 * (inner - 1)
    return losses.mean()
