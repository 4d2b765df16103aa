import torch


def elu(x, alpha=1.0):
    below = alpha * (torch.exp(x) - 1)
    y = torch.where(x.view(-1) > 0, x.view(-1), below.reshape(-1)).reshape(x.shape)
    return y


def elu_backward(dout, x, alpha=1.0):
    slope = alpha * torch.exp(x)
    dx = torch.where(x > 0, dout, dout * slope)
    return dx
