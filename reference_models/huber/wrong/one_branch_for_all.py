"""One branch is taken for the whole batch."""


def huber(input, target, delta=1.0):
    difference = input - target
    size = difference.abs()
    quadratic = 0.5 * difference**2
    linear = delta * (size - 0.5 * delta)
    losses = quadratic if size.mean() <= delta else linear
    return losses.mean()
