import torch
import torch.nn.functional as F


def attention_additive(query, keys, w_query, w_key, v, mask=None):
    n, t, _ = keys.shape
    both = torch.cat([query.unsqueeze(1).expand(n, t, -1), keys], dim=2)
    hidden = F.linear(both, torch.cat([w_query, w_key], dim=1)).tanh()
    scores = F.linear(hidden, v.unsqueeze(0)).squeeze(2)
    if mask is not None:
        scores = scores + torch.zeros_like(scores).masked_fill(mask.logical_not(), float("-inf"))
    weights = F.softmax(scores, dim=-1)
    return torch.bmm(weights.unsqueeze(1), keys).squeeze(1), weights
