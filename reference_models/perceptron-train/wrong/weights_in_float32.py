"""The weights are always float32."""

import torch


def perceptron_train(x, labels, lr=1.0, epochs=10):
    n, d = x.shape
    weight = torch.zeros(d)
    bias = torch.zeros(())
    epoch = 0
    while epoch < epochs:
        for i in range(n):
            z = x[i].float() @ weight + bias
            y = 1 if z >= 0 else 0
            error = int(labels[i]) - y
            weight = weight + lr * error * x[i].float()
            bias = bias + lr * error
        epoch += 1
    return weight, bias
