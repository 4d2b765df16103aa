def gradient_descent_step(w, b, x, y, lr):
    n = x.shape[0]
    y_hat = x @ w + b
    dy_hat = 2 * (y_hat - y) / n
    dw = x.T @ dy_hat
    db = dy_hat.sum()
    w -= lr * dw
    b -= lr * db
    return w, b
