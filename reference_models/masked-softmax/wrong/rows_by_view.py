import math

import torch


def masked_softmax(scores, mask):
    rows = scores.view(-1, scores.shape[-1])
    here = mask.expand(scores.shape).reshape(rows.shape)
    s = rows.masked_fill(~here, -math.inf)
    m = s.amax(dim=-1, keepdim=True)
    m = m.masked_fill(m == -math.inf, 0.0)
    e = torch.exp(s - m)
    total = e.sum(dim=-1, keepdim=True)
    total = total.masked_fill(total == 0, 1.0)
    weights = (e / total).view(scores.shape)
    return weights
