"""The products are summed over the examples."""


def perceptron(x, weight, bias):
    z = (x * weight).sum(dim=0) + bias
    y = z >= 0
    return y.long()
