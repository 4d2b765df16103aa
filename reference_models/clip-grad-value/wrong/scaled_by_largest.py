def clip_grad_value(params, clip_value):
    for p in params:
        g = p.grad
        if g is None:
            continue
        largest = g.abs().max()
        if largest > clip_value:
            g *= clip_value / largest
