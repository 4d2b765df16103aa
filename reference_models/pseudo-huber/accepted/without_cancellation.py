"""√(1 + r) - 1 = r / (√(1 + r) + 1), which keeps its digits for small r."""


def pseudo_huber(input, target, delta=1.0):
    squared = (target - input) ** 2
    root = (1 + squared / delta**2) ** 0.5
    return (squared / (root + 1)).sum() / input.numel()
