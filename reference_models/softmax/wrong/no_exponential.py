"""Scores are divided by their sum."""


def softmax(x, dim=-1):
    e = x
    total = e.sum(dim=dim, keepdim=True)
    y = e / total
    return y
