"""The bias is added to every product."""


def perceptron(x, weight, bias):
    z = (x * weight + bias).sum(dim=1)
    y = z >= 0
    return y.long()
