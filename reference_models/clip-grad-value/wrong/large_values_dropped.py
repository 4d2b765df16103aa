def clip_grad_value(params, clip_value):
    for p in params:
        g = p.grad
        if g is None:
            continue
        g[g.abs() > clip_value] = 0
