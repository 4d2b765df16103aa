import math

import torch


def attention_multiplicative(query, keys, weight=None, mask=None):
    turned = query if weight is None else query @ weight.T
    scores = (turned.unsqueeze(1) * keys).sum(dim=2)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    weights = torch.softmax(scores, dim=1)
    context = (weights.unsqueeze(2) * keys).sum(dim=1)
    return context, weights
