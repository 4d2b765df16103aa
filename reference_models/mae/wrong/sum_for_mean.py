"""The losses are summed, not averaged."""


def mae(input, target):
    difference = input - target
    size = difference.abs()
    return size.sum()
