"""The shape is read off the result of a ready-made convolution."""

import torch
import torch.nn.functional as F


def conv_output_size(size, kernel_size, stride=1, padding=0, dilation=1):
    height, width = pair(size)
    image = torch.zeros(1, 1, height, width)
    kernel = torch.zeros(1, 1, *pair(kernel_size))
    y = F.conv2d(image, kernel, stride=stride, padding=padding, dilation=dilation)
    return torch.tensor(y.shape[2:])


def pair(value):
    return (value, value) if isinstance(value, int) else tuple(value)
