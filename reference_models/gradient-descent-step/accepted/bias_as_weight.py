import torch


def gradient_descent_step(w, b, x, y, lr):
    ones = torch.ones(x.shape[0], 1, dtype=torch.float64)
    extended = torch.cat([x.double(), ones], dim=1)
    theta = torch.cat([w.double(), b.double().reshape(1)])
    error = extended @ theta - y.double()
    theta = theta - lr * 2 / x.shape[0] * (extended.T @ error)
    return theta[:-1].to(w.dtype), theta[-1].to(b.dtype)
