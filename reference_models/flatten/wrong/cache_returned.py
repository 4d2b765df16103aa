"""The result comes with the shape, for the backward pass."""


def flatten(x):
    n, c, h, w = x.shape
    return x.reshape(n, c * h * w), x.shape


def flatten_backward(dout, shape):
    n, c, h, w = shape
    return dout.reshape(n, c, h, w)
