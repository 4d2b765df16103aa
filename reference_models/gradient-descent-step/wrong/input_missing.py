def gradient_descent_step(w, b, x, y, lr):
    n = x.shape[0]
    y_hat = x @ w + b
    dy_hat = 2 * (y_hat - y) / n
    dw = dy_hat.sum()
    db = dy_hat.sum()
    new_w = w - lr * dw
    new_b = b - lr * db
    return new_w, new_b
