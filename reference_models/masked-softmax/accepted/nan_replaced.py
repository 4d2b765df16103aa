import torch


def masked_softmax(scores, mask):
    hidden = torch.where(mask, scores, -torch.inf)
    shares = torch.exp(hidden - hidden.amax(-1, keepdim=True))
    weights = shares / shares.sum(-1, keepdim=True)
    return torch.where(mask, weights, 0.0)
