"""One element after the other."""


def hinge(input, target, margin=1.0):
    total = input.sum() * 0
    for s, t in zip(input.reshape(-1), target.reshape(-1)):
        if t * s < margin:
            total = total + (margin - t * s)
    return total / input.numel()
