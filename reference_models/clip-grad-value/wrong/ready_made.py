import torch


def clip_grad_value(params, clip_value):
    torch.nn.utils.clip_grad_value_(params, clip_value)
