"""One element after the other."""


def huber(input, target, delta=1.0):
    total = 0
    for x, t in zip(input.reshape(-1), target.reshape(-1)):
        d = abs(x - t)
        total = total + (0.5 * d * d if d <= delta else delta * (d - 0.5 * delta))
    return total / input.numel()
