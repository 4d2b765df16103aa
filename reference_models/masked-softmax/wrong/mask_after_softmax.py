import torch


def masked_softmax(scores, mask):
    s = scores
    m = s.amax(dim=-1, keepdim=True)
    e = torch.exp(s - m)
    total = e.sum(dim=-1, keepdim=True)
    total = total.masked_fill(total == 0, 1.0)
    weights = e / total * mask
    return weights
