import torch


def clip_grad_value(params, clip_value):
    for p in params:
        if p.grad is not None:
            too_large = p.grad.abs() > clip_value
            p.grad = torch.where(too_large, clip_value * p.grad.sign(), p.grad)
