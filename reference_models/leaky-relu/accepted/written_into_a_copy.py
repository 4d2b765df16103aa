"""A copy in which whatever is not positive is scaled."""


def leaky_relu(x, negative_slope=0.01):
    y = x.clone()
    y[x <= 0] *= negative_slope
    return y


def leaky_relu_backward(dout, x, negative_slope=0.01):
    dx = dout.clone()
    dx[x <= 0] *= negative_slope
    return dx
