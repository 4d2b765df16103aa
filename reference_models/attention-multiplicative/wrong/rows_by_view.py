import math

import torch


def attention_multiplicative(query, keys, weight=None, mask=None):
    rows = keys.view(-1, keys.shape[2])
    projected = rows if weight is None else rows @ weight.T
    projected = projected.view(*keys.shape[:2], query.shape[1])
    scores = (query.unsqueeze(1) * projected).sum(dim=2)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    weights = torch.softmax(scores, dim=1)
    context = (weights.unsqueeze(2) * keys).sum(dim=1)
    return context, weights
