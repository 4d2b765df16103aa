import math

import torch


def masked_softmax(scores, mask):
    s = scores.masked_fill(~mask, -math.inf)
    m = s.amax(dim=-1, keepdim=True)
    e = torch.exp(s - m)
    total = e.sum(dim=-1, keepdim=True)
    weights = e / total
    return weights
