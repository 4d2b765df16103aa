"""The input itself is overwritten."""


def mae(input, target):
    input -= target
    difference = input
    size = difference.abs()
    return size.mean()
