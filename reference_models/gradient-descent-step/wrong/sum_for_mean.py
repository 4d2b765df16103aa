def gradient_descent_step(w, b, x, y, lr):
    y_hat = x @ w + b
    dy_hat = 2 * (y_hat - y)
    dw = x.T @ dy_hat
    db = dy_hat.sum()
    new_w = w - lr * dw
    new_b = b - lr * db
    return new_w, new_b
