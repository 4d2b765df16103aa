def clip_grad_value(params, clip_value):
    for p in params:
        g = p.grad
        if g is None:
            continue
        g.clamp_(max=clip_value)
