import torch


def attention_multiplicative(query, keys, weight=None, mask=None):
    q, k = query.double(), keys.double()
    w = torch.eye(k.shape[2], dtype=q.dtype) if weight is None else weight.double()
    scores = torch.einsum("nd,de,nte->nt", q, w, k)
    if mask is not None:
        scores = scores.masked_fill(~mask, -1e30)
    weights = scores.softmax(-1)
    context = torch.einsum("nt,nte->ne", weights, k)
    return context.to(query.dtype), weights.to(query.dtype)
