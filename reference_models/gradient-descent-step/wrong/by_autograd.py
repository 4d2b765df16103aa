import torch


def gradient_descent_step(w, b, x, y, lr):
    w = w.clone().requires_grad_()
    b = b.clone().requires_grad_()
    loss = ((x @ w + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        return w - lr * w.grad, b - lr * b.grad
