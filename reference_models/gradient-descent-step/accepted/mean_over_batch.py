def gradient_descent_step(w, b, x, y, lr):
    error = (x * w).sum(dim=1) + b - y
    dw = 2 * (error.unsqueeze(1) * x).mean(dim=0)
    db = 2 * error.mean()
    return w - lr * dw, b - lr * db
