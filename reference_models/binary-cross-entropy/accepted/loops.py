"""One element after the other, in double precision."""


def cut(value):
    return value.log().clamp(min=-100.0)


def binary_cross_entropy(input, target):
    total = 0
    for p, t in zip(input.double().flatten(), target.double().flatten()):
        total = total - t * cut(p) - (1 - t) * cut(1 - p)
    return (total / input.numel()).to(input.dtype)
