"""In float64 and in place on tensors of its own; gather reads the labels, scatter_add_ marks them."""

import torch


def softmax_cross_entropy(logits, labels):
    z = logits.double()
    z = z - z.max(dim=1, keepdim=True)[0]
    z -= z.exp().sum(dim=1, keepdim=True).log_()
    picked = labels.unsqueeze(1)
    loss = z.gather(1, picked).mean().neg()
    gradient = z.exp_().scatter_add_(1, picked, -torch.ones_like(z))
    gradient /= z.shape[0]
    return loss.to(logits.dtype), gradient.to(logits.dtype)
