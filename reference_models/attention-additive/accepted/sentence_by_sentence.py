import torch


def attention_additive(query, keys, w_query, w_key, v, mask=None):
    contexts, shares = [], []
    for n in range(len(query)):
        projected = w_query @ query[n]
        scores = torch.stack([v @ torch.tanh(projected + w_key @ key) for key in keys[n]])
        if mask is not None:
            scores = torch.where(mask[n], scores, float("-inf"))
        e = torch.exp(scores - scores.max())
        a = e / e.sum()
        contexts.append(a @ keys[n])
        shares.append(a)
    return torch.stack(contexts), torch.stack(shares)
