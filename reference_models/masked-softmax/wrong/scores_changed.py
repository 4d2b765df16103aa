import math

import torch


def masked_softmax(scores, mask):
    s = scores.masked_fill_(~mask, -math.inf)
    m = s.amax(dim=-1, keepdim=True)
    m = m.masked_fill(m == -math.inf, 0.0)
    e = torch.exp(s - m)
    total = e.sum(dim=-1, keepdim=True)
    total = total.masked_fill(total == 0, 1.0)
    weights = e / total
    return weights
