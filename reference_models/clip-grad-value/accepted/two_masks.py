def clip_grad_value(params, clip_value):
    grads = [p.grad for p in params if p.grad is not None]
    for g in grads:
        g[g > clip_value] = clip_value
        g[g < -clip_value] = -clip_value
