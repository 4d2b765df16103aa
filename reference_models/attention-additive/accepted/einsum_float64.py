import torch


def attention_additive(query, keys, w_query, w_key, v, mask=None):
    q, k, wq, wk, u = (x.double() for x in (query, keys, w_query, w_key, v))
    hidden = (torch.einsum("ad,nd->na", wq, q)[:, None] + torch.einsum("ad,ntd->nta", wk, k)).tanh()
    scores = torch.einsum("nta,a->nt", hidden, u)
    if mask is not None:
        scores = scores.masked_fill(~mask, -1e30)
    weights = scores.softmax(-1)
    context = torch.einsum("nt,ntd->nd", weights, k)
    return context.to(query.dtype), weights.to(query.dtype)
