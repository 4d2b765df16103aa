"""Example by example: vectors, outer products, and sums in tensors of its own."""

import torch


class MLP:
    def __init__(self, weight1, bias1, weight2, bias2):
        self.weight1 = weight1.detach().clone()
        self.bias1 = bias1.detach().clone()
        self.weight2 = weight2.detach().clone()
        self.bias2 = bias2.detach().clone()

    def forward(self, x, labels):
        self.x, self.labels = x, labels
        self.kept = []
        loss = torch.zeros((), dtype=x.dtype)
        for example, label in zip(x, labels.tolist()):
            hidden = torch.maximum(self.weight1 @ example + self.bias1, torch.zeros_like(self.bias1))
            logits = self.weight2 @ hidden + self.bias2
            powers = torch.exp(logits - logits.max())
            loss = loss + torch.log(powers.sum()) + logits.max() - logits[label]
            self.kept.append((hidden, powers / powers.sum()))
        return loss / len(labels)

    def backward(self):
        found = [torch.zeros_like(p) for p in (self.weight1, self.bias1, self.weight2, self.bias2)]
        for example, label, (hidden, p) in zip(self.x, self.labels.tolist(), self.kept):
            error = p.clone()
            error[label] -= 1
            below = self.weight2.T @ error
            below[hidden == 0] = 0
            found[0] += torch.outer(below, example)
            found[1] += below
            found[2] += torch.outer(error, hidden)
            found[3] += error
        return tuple(gradient / len(self.labels) for gradient in found)

    def train_step(self, x, labels, lr):
        loss = self.forward(x, labels)
        gradients = self.backward()
        self.weight1 = self.weight1 - lr * gradients[0]
        self.bias1 = self.bias1 - lr * gradients[1]
        self.weight2 = self.weight2 - lr * gradients[2]
        self.bias2 = self.bias2 - lr * gradients[3]
        return loss
