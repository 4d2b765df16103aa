import torch
import torch.nn.functional as F


def attention_multiplicative(query, keys, weight=None, mask=None):
    projected = keys if weight is None else F.linear(keys, weight)
    scores = torch.bmm(projected, query.unsqueeze(2)).squeeze(2)
    if mask is not None:
        scores = scores + torch.zeros_like(scores).masked_fill(mask.logical_not(), float("-inf"))
    weights = F.softmax(scores, dim=-1)
    return torch.bmm(weights.unsqueeze(1), keys).squeeze(1), weights
