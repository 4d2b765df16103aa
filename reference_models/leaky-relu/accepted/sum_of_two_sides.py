"""What is above zero plus a share of what is below it."""


def leaky_relu(x, negative_slope=0.01):
    return x.clamp(min=0) + negative_slope * x.clamp(max=0)


def leaky_relu_backward(dout, x, negative_slope=0.01):
    positive = (x > 0).to(x.dtype)
    return dout * (positive + negative_slope * (1 - positive))
