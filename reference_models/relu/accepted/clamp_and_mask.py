"""Cut off below 0; the mask counts as 1 and 0 in a product."""


def relu(x):
    return x.clamp(min=0)


def relu_backward(dout, x):
    return dout * (x > 0)
