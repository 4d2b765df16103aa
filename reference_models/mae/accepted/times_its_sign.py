"""Each difference times its own sign."""


def mae(input, target):
    difference = target - input
    return (difference * difference.sign()).mean()
