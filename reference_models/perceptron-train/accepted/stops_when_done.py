"""Corrects only after a mistake, in tensors of its own, and stops when there was none."""


def perceptron_train(x, labels, lr=1.0, epochs=10):
    weight = x.new_zeros(x.shape[1])
    bias = x.new_zeros(())
    for _ in range(epochs):
        mistakes = 0
        for example, label in zip(x, labels.tolist()):
            fires = bool((example * weight).sum() + bias >= 0)
            if fires == bool(label):
                continue
            mistakes += 1
            sign = -1 if fires else 1
            weight += sign * lr * example
            bias += sign * lr
        if not mistakes:
            break
    return weight, bias
