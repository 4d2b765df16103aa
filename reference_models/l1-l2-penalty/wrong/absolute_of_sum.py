"""The absolute value is taken of the sum."""


def l1_l2_penalty(*parameters, l1=0.0, l2=0.0):
    weights = [p for p in parameters if p.ndim > 1]
    total = 0
    for weight in weights:
        absolute = weight.sum().abs()
        squared = (weight**2).sum()
        total = total + l1 * absolute + l2 * squared
    return total
