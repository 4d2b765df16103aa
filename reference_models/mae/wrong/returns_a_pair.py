"""Loss and gradient are returned together."""


def mae(input, target):
    difference = input - target
    size = difference.abs()
    return size.mean(), difference.sign() / difference.numel()
