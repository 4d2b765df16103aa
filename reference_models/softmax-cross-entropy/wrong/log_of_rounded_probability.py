"""The logarithm of a finished probability, which may be 0."""

import torch


def softmax_cross_entropy(logits, labels):
    n, k = logits.shape
    rows = torch.arange(n)
    shifted = logits - logits.max(dim=1, keepdim=True).values
    p = torch.exp(shifted) / torch.exp(shifted).sum(dim=1, keepdim=True)
    log_p = torch.log(p)
    loss = -log_p[rows, labels].mean()
    dlogits = p.clone()
    dlogits[rows, labels] -= 1
    dlogits = dlogits / n
    return loss, dlogits
