"""True and False are returned."""


def perceptron(x, weight, bias):
    z = x @ weight + bias
    y = z >= 0
    return y
