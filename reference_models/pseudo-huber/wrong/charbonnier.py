"""The Charbonnier loss, √(d² + δ²)."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + (difference / delta) ** 2
    losses = delta * inner.sqrt()
    return losses.mean()
