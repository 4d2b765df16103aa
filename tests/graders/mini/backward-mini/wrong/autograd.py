import torch


def linear_backward(dout, x, weight):
    with torch.enable_grad():
        x, weight = x.clone().requires_grad_(), weight.clone().requires_grad_()
        bias = torch.zeros(len(weight), requires_grad=True)
        return torch.autograd.grad(x @ weight.T + bias, (x, weight, bias), dout)
