"""Each channel becomes its mean."""


def flatten(x):
    n, c, h, w = x.shape
    return x.mean(dim=(2, 3))


def flatten_backward(dout, shape):
    n, c, h, w = shape
    return dout.reshape(n, c, h, w)
