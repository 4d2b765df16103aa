"""Only examples that lack something are added up, in double precision."""


def hinge(input, target, margin=1.0):
    product = input.double() * target.double()
    lacking = product[product < margin]
    total = margin * lacking.numel() - lacking.sum()
    return (total / product.numel()).to(input.dtype)
