import math

import torch


def attention_multiplicative(query, keys, weight=None, mask=None):
    projected = keys if weight is None else keys @ weight.T
    scores = (query.unsqueeze(1) * projected).sum(dim=2)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    weights = torch.softmax(scores, dim=1)
    context = (weights.unsqueeze(2) * projected).sum(dim=1)
    return context, weights
