"""The root of the square has no derivative at 0."""


def mae(input, target):
    difference = input - target
    size = (difference**2).sqrt()
    return size.mean()
