import torch


def masked_softmax(scores, mask):
    wide = scores.double() + (~mask).double() * -1e9
    shares = torch.exp(wide - wide.max(dim=-1, keepdim=True).values) * mask
    weights = shares / shares.sum(dim=-1, keepdim=True).clamp(min=1e-300)
    return weights.to(scores.dtype)
