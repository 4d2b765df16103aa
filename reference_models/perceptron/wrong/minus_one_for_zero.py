"""The answers are 1 and -1."""


def perceptron(x, weight, bias):
    z = x @ weight + bias
    y = z >= 0
    return 2 * y.long() - 1
