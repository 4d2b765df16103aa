"""x and |x| cancel below zero and double above it."""

import torch


def relu(x):
    wide = x.double()
    return ((wide + wide.abs()) / 2).to(x.dtype)


def relu_backward(dout, x):
    step = torch.sign(relu(x)).double()
    return (step * dout.double()).to(x.dtype)
