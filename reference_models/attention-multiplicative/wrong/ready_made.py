import math

import torch.nn.functional as F


def attention_multiplicative(query, keys, weight=None, mask=None):
    turned = query if weight is None else query @ weight
    where = None if mask is None else mask.unsqueeze(1)
    context = F.scaled_dot_product_attention(turned.unsqueeze(1), keys, keys, where, scale=1.0)
    scores = (turned.unsqueeze(1) * keys).sum(dim=2)
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf)
    return context.squeeze(1), scores.softmax(dim=1)
