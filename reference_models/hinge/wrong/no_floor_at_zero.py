"""The loss is not cut off at 0."""


def hinge(input, target, margin=1.0):
    agreement = target * input
    missing = margin - agreement
    losses = missing
    return losses.mean()
