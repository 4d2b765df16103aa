"""One loss for each row."""


def mae(input, target):
    difference = input - target
    size = difference.abs()
    return size.mean(dim=-1)
