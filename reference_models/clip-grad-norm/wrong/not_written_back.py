import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    total = torch.sqrt(sum((g**2).sum() for g in grads))
    scale = max_norm / total
    if total > max_norm:
        for g in grads:
            g = g * scale
    return total
