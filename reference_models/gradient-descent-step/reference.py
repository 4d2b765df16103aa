"""One step of gradient descent for linear regression: forward, back along the chain, and downhill."""

from torch import Tensor


def gradient_descent_step(w: Tensor, b: Tensor, x: Tensor, y: Tensor, lr: float) -> tuple[Tensor, Tensor]:
    """Weights and bias after one step on the mean squared error of x @ w + b."""
    # No student has to: this keeps the search for small examples from calls that make no sense.
    if x.ndim != 2 or not len(x) or y.shape != x.shape[:1] or w.shape != x.shape[1:] or b.ndim or lr <= 0:
        raise ValueError("shapes (D,), (), (N, D) and (N,) and a positive learning rate are wanted")

    # Forward.
    y_hat = x @ w + b

    # Back along the chain: from the loss to the prediction, from there to what it was made of.
    d_y_hat = 2 / len(x) * (y_hat - y)
    d_w = d_y_hat @ x
    d_b = d_y_hat.sum()

    # Downhill: against the gradient.
    return w - lr * d_w, b - lr * d_b
