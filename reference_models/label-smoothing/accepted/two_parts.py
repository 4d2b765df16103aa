"""(1 - ε) times the plain loss plus ε times the mean over all classes."""

import torch


def label_smoothing(input, target, smoothing=0.1):
    highest = input.amax(dim=1, keepdim=True)
    log_total = highest + (input - highest).exp().sum(dim=1, keepdim=True).log()
    surprise = log_total - input
    plain = surprise.gather(1, target.unsqueeze(1)).mean()
    uniform = surprise.mean(dim=1).mean()
    return torch.lerp(plain, uniform, smoothing)
