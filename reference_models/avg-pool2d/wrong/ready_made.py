"""The ready-made operator, which is what the task asks to build."""

import torch.nn.functional as F


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    return F.avg_pool2d(x, kernel_size, stride, padding, count_include_pad=count_include_pad)
