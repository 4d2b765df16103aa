"""One example after the other, then one weight after the other, in double precision."""


def elastic_net(input, target, weight, bias, alpha=1.0, l1_ratio=0.5):
    x, y, w, b = (one.double() for one in (input, target, weight, bias))
    total = 0
    for row, right in zip(x, y):
        total = total + ((row * w).sum() + b[0] - right) ** 2 / (2 * len(y))
    for one in w:
        total = total + alpha * (l1_ratio * abs(one) + (1 - l1_ratio) * one * one / 2)
    return total.to(input.dtype)
