"""One element after the other, in double precision."""


def mae(input, target):
    total = 0
    for x, t in zip(input.double().flatten(), target.double().flatten()):
        total = total + abs(x - t)
    return (total / input.numel()).to(input.dtype)
