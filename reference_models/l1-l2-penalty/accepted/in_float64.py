"""Two running totals in double precision."""


def l1_l2_penalty(*parameters, l1=0.0, l2=0.0):
    sizes, squares = 0, 0
    dtype = parameters[0].dtype
    for p in parameters:
        if p.dim() == 1:
            continue
        wide = p.double()
        sizes = sizes + (wide * wide.sign()).sum()
        squares = squares + wide.pow(2).sum()
    return (l1 * sizes + l2 * squares).to(dtype)
