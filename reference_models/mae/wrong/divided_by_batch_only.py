"""Divided by the batch size alone."""


def mae(input, target):
    difference = input - target
    size = difference.abs()
    return size.sum() / input.shape[0]
