"""The bias is taken for a threshold."""


def perceptron(x, weight, bias):
    z = x @ weight - bias
    y = z >= 0
    return y.long()
