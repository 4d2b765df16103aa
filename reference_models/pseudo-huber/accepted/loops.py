"""One element after the other, in double precision."""


def pseudo_huber(input, target, delta=1.0):
    total = 0
    for x, t in zip(input.double().reshape(-1), target.double().reshape(-1)):
        ratio = (x - t) / delta
        total = total + delta * delta * ((1 + ratio * ratio).sqrt() - 1)
    return (total / input.numel()).to(input.dtype)
