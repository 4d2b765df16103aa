"""All weights in one long vector, then two sums."""

import torch


def l1_l2_penalty(*parameters, l1=0.0, l2=0.0):
    flat = torch.cat([p.reshape(-1) for p in parameters if len(p.shape) != 1])
    return l1 * torch.linalg.vector_norm(flat, ord=1) + l2 * torch.dot(flat, flat)
