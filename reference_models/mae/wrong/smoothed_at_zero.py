"""A small number is added under the root."""


def mae(input, target):
    difference = input - target
    size = (difference**2 + 1e-6).sqrt()
    return size.mean()
