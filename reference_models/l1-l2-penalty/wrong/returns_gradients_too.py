"""The gradients are returned as well."""


def l1_l2_penalty(*parameters, l1=0.0, l2=0.0):
    weights = [p for p in parameters if p.ndim > 1]
    total = 0
    for weight in weights:
        absolute = weight.abs().sum()
        squared = (weight**2).sum()
        total = total + l1 * absolute + l2 * squared
    return total, [l1 * weight.sign() + 2 * l2 * weight for weight in weights]
