import math

import torch


def attention_multiplicative(query, keys, weight=None, mask=None):
    turned = query if weight is None else query @ weight
    scores = (turned.unsqueeze(1) * keys).sum(dim=2)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    e = torch.exp(scores)
    weights = e / e.sum(dim=1, keepdim=True)
    context = (weights.unsqueeze(2) * keys).sum(dim=1)
    return context, weights
