"""The answers have the dtype of x."""


def perceptron(x, weight, bias):
    z = x @ weight + bias
    y = z >= 0
    return y.to(x.dtype)
