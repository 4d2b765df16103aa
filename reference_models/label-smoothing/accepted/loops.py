"""One example after the other, one class after the other."""

import torch


def label_smoothing(input, target, smoothing=0.1):
    n, k = input.shape
    total = 0
    for row, label in zip(input, target.tolist()):
        gaps = row - row.max()
        log_sum = torch.exp(gaps).sum().log()
        for c in range(k):
            share = smoothing / k + (1 - smoothing if c == label else 0)
            total = total + share * (log_sum - gaps[c])
    return total / n
