"""The right classes are read from a flat view, which not every memory layout allows."""

import torch


def softmax_cross_entropy(logits, labels):
    n, k = logits.shape
    rows = torch.arange(n)
    shifted = logits - logits.max(dim=1, keepdim=True).values
    log_p = shifted - torch.log(torch.exp(shifted).sum(dim=1, keepdim=True))
    p = torch.exp(log_p)
    picked = logits.view(-1)[rows * k + labels]
    top = logits.max(dim=1).values
    loss = (torch.log(torch.exp(shifted).sum(dim=1)) + top - picked).mean()
    dlogits = p.clone()
    dlogits[rows, labels] -= 1
    dlogits = dlogits / n
    return loss, dlogits
