"""Every sum is a dot product or a norm."""

import torch


def elastic_net(input, target, weight, bias, alpha=1.0, l1_ratio=0.5):
    residual = target - torch.addmv(bias, input, weight)
    fit = torch.dot(residual, residual) / (2 * len(target))
    lasso = torch.linalg.vector_norm(weight, ord=1)
    ridge = torch.dot(weight, weight)
    return fit + alpha * l1_ratio * lasso + alpha * (1 - l1_ratio) / 2 * ridge
