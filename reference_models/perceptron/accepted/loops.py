"""Example by example, product by product."""

import torch


def perceptron(x, weight, bias):
    answers = []
    for example in x.tolist():
        total = bias.item()
        for value, factor in zip(example, weight.tolist()):
            total += value * factor
        answers.append(0 if total < 0 else 1)
    return torch.tensor(answers, dtype=torch.int64)
