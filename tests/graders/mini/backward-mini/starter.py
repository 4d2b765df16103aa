import torch


def linear_backward(dout, x, weight):
    return dout, x, weight
