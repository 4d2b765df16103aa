"""Squares instead of absolute values."""


def mae(input, target):
    difference = input - target
    size = difference**2
    return size.mean()
