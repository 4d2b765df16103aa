"""The result is always float32."""


def mae(input, target):
    difference = input.float() - target.float()
    size = difference.abs()
    return size.mean()
