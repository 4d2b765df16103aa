"""d²/δ under the root instead of (d/δ)²."""


def pseudo_huber(input, target, delta=1.0):
    difference = input - target
    inner = 1 + difference**2 / delta
    losses = delta**2 * (inner.sqrt() - 1)
    return losses.mean()
