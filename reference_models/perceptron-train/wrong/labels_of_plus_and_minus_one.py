"""The rule for labels -1 and 1."""

import torch


def perceptron_train(x, labels, lr=1.0, epochs=10):
    n, d = x.shape
    weight = torch.zeros(d, dtype=x.dtype)
    bias = torch.zeros((), dtype=x.dtype)
    epoch = 0
    while epoch < epochs:
        for i in range(n):
            z = x[i] @ weight + bias
            label = int(labels[i])
            error = label if label * z <= 0 else 0
            weight = weight + lr * error * x[i]
            bias = bias + lr * error
        epoch += 1
    return weight, bias
