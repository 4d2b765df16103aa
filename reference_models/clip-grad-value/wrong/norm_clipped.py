def clip_grad_value(params, clip_value):
    for p in params:
        g = p.grad
        if g is None:
            continue
        norm = g.norm()
        if norm > clip_value:
            g *= clip_value / norm
