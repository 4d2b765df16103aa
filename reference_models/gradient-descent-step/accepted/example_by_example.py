import torch


def gradient_descent_step(w, b, x, y, lr):
    dw = torch.zeros_like(w)
    db = torch.zeros_like(b)
    for features, target in zip(x, y):
        error = (features * w).sum() + b - target
        dw += 2 * error * features
        db += 2 * error
    n = len(y)
    return w - lr / n * dw, b - lr / n * db
