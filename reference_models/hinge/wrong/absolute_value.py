"""The absolute value in place of the maximum with 0."""


def hinge(input, target, margin=1.0):
    agreement = target * input
    missing = margin - agreement
    losses = missing.abs()
    return losses.mean()
