"""The absolute value is taken of the mean."""


def mae(input, target):
    difference = input - target
    size = difference
    return size.mean().abs()
