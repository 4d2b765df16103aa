import math

import torch


def attention_additive(query, keys, w_query, w_key, v, mask=None):
    from_query = (query @ w_query.T).unsqueeze(1)
    from_keys = keys @ w_key.T
    hidden = torch.tanh(from_query + from_keys)
    scores = hidden.sum(dim=2)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    weights = torch.softmax(scores, dim=1)
    context = (weights.unsqueeze(2) * keys).sum(dim=1)
    return context, weights
