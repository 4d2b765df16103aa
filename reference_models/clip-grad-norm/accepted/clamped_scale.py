import torch


@torch.no_grad()
def clip_grad_norm(params, max_norm):
    params = list(params)
    total = torch.zeros((), dtype=torch.float64)
    for p in params:
        if p.grad is not None:
            total += p.grad.double().square().sum()
    total = total.sqrt()
    scale = (max_norm / total.clamp(min=1e-12)).clamp(max=1.0)
    for p in params:
        if p.grad is not None:
            p.grad.copy_(p.grad * scale)
    kind = params[0].dtype if params else torch.float32
    return total.to(kind)
