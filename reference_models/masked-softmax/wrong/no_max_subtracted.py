import math

import torch


def masked_softmax(scores, mask):
    s = scores.masked_fill(~mask, -math.inf)
    e = torch.exp(s)
    total = e.sum(dim=-1, keepdim=True)
    total = total.masked_fill(total == 0, 1.0)
    weights = e / total
    return weights
