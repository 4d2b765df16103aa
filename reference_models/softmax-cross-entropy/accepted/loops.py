"""One example after the other, one class after the other, as the definition reads."""

import torch


def softmax_cross_entropy(logits, labels):
    n, k = logits.shape
    loss = torch.zeros((), dtype=logits.dtype)
    dlogits = torch.empty(n, k, dtype=logits.dtype)
    for i in range(n):
        row, label = logits[i], int(labels[i])
        largest = row.max()
        total = torch.zeros((), dtype=logits.dtype)
        for j in range(k):
            total += torch.exp(row[j] - largest)
        for j in range(k):
            dlogits[i, j] = (torch.exp(row[j] - largest) / total - float(j == label)) / n
        loss += (torch.log(total) + largest - row[label]) / n
    return loss, dlogits
