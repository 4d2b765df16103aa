def gradient_descent_step(w, b, x, y, lr):
    n = x.shape[0]
    y_hat = x @ w + b
    dy_hat = 2 * (y_hat - y) / n
    dw = x.T @ dy_hat
    new_w = w - lr * dw
    db = (2 * (x @ new_w + b - y) / n).sum()
    new_b = b - lr * db
    return new_w, new_b
