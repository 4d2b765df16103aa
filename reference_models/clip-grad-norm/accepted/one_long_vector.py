import torch


def clip_grad_norm(params, max_norm):
    params = [p for p in params if p.grad is not None]
    if len(params) == 0:
        return torch.zeros(())
    everything = torch.cat([p.grad.flatten() for p in params])
    total = torch.linalg.vector_norm(everything)
    factor = min(1.0, max_norm / (total.item() + 1e-6))
    for p in params:
        p.grad = p.grad * factor
    return total
