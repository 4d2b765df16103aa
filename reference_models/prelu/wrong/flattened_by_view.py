import torch


def prelu(x, weight):
    a = slopes(x, weight)
    y = torch.where(x > 0, x, a * x)
    return y


def slopes(x, weight):
    if len(weight) == 1:
        return weight
    return weight.reshape(-1, *[1] * (x.ndim - 2))


def prelu_backward(dout, x, weight):
    a = slopes(x, weight)
    dx = torch.where(x.view(-1) > 0, dout.view(-1), (a * dout).reshape(-1)).reshape(x.shape)
    share = torch.where(x > 0, 0, dout * x)
    axes = [axis for axis in range(x.ndim) if axis != 1 or len(weight) == 1]
    dweight = share.sum(dim=axes).reshape(weight.shape)
    return dx, dweight
