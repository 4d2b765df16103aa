def sigmoid(x):
    e = x.neg_().exp_()
    y = 1 / (1 + e)
    return y


def sigmoid_backward(dout, x):
    y = sigmoid(x.clone())
    dx = dout * y * (1 - y)
    return dx
