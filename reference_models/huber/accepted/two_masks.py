"""The elements of each part are picked out by a mask and added up in double precision."""


def huber(input, target, delta=1.0):
    size = (target.double() - input.double()).abs()
    far = size > delta
    total = (size[~far] ** 2).sum() / 2 + (delta * size[far] - delta**2 / 2).sum()
    return (total / size.numel()).to(input.dtype)
