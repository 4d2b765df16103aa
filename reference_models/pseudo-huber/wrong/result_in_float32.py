"""The result is always float32."""


def pseudo_huber(input, target, delta=1.0):
    difference = input.float() - target.float()
    inner = 1 + (difference / delta) ** 2
    losses = delta**2 * (inner.sqrt() - 1)
    return losses.mean()
