def clip_grad_value(params, clip_value):
    for p in params:
        g = p.grad
        g.clamp_(-clip_value, clip_value)
