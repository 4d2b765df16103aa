"""The bias is corrected without the learning rate."""

import torch


def perceptron_train(x, labels, lr=1.0, epochs=10):
    n, d = x.shape
    weight = torch.zeros(d, dtype=x.dtype)
    bias = torch.zeros((), dtype=x.dtype)
    epoch = 0
    while epoch < epochs:
        for i in range(n):
            z = x[i] @ weight + bias
            y = 1 if z >= 0 else 0
            error = int(labels[i]) - y
            weight = weight + lr * error * x[i]
            bias = bias + error
        epoch += 1
    return weight, bias
