def gradient_descent_step(w, b, x, y, lr):
    n = x.shape[0]
    y_hat = x @ w + b
    dy_hat = 2 * (y_hat - y) / n
    dw = x.T @ dy_hat / n
    db = dy_hat.mean()
    new_w = w - lr * dw
    new_b = b - lr * db
    return new_w, new_b
