import torch


def attention_multiplicative(query, keys, weight=None, mask=None):
    contexts, shares = [], []
    for n in range(len(query)):
        q = query[n] if weight is None else weight.T @ query[n]
        scores = keys[n] @ q
        if mask is not None:
            scores = torch.where(mask[n], scores, float("-inf"))
        e = torch.exp(scores - scores.max())
        a = e / e.sum()
        contexts.append(a @ keys[n])
        shares.append(a)
    return torch.stack(contexts), torch.stack(shares)
