"""One formula for both parts: c(|d| - c/2), where c is |d| cut off at delta."""


def huber(input, target, delta=1.0):
    size = (input - target).abs()
    inner = size.clamp(max=delta)
    return (inner * (size - inner / 2)).mean()
