import torch


def linear_backward(dout, x, weight):
    return dout @ weight, x.T @ dout, dout.sum(0)
