"""A classifier of two layers: what the forward pass keeps, the backward pass multiplies out."""

import torch
from torch import Tensor


class MLP:
    """Linear layer, ReLU, linear layer, softmax and cross-entropy, with gradients by hand."""

    def __init__(self, weight1: Tensor, bias1: Tensor, weight2: Tensor, bias2: Tensor) -> None:
        if bias1.shape != weight1.shape[:1] or weight2.shape != (*bias2.shape, *bias1.shape):
            # No student has to: this keeps the search for small examples from networks that make no sense.
            raise ValueError("weights (H, D), (K, H) and biases (H,), (K,) do not fit together")
        self.weight1, self.bias1 = weight1.clone(), bias1.clone()
        self.weight2, self.bias2 = weight2.clone(), bias2.clone()

    def forward(self, x: Tensor, labels: Tensor) -> Tensor:
        if x.shape[0] == 0 or labels.shape != x.shape[:1]:
            raise ValueError("every example needs a label, and there must be one")
        if labels.min() < 0 or labels.max() >= len(self.bias2):
            raise ValueError("a label is no class")
        before_relu = x @ self.weight1.T + self.bias1
        hidden = before_relu.clamp(min=0)
        logits = hidden @ self.weight2.T + self.bias2

        shifted = logits - logits.max(dim=1, keepdim=True).values
        log_probabilities = shifted - torch.log(torch.exp(shifted).sum(dim=1, keepdim=True))
        self._kept = x, labels, before_relu > 0, hidden, torch.exp(log_probabilities)
        return -log_probabilities[torch.arange(len(labels)), labels].mean()

    def backward(self) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        x, labels, was_open, hidden, probabilities = self._kept

        # From the loss to the logits.
        dlogits = probabilities.clone()
        dlogits[torch.arange(len(labels)), labels] -= 1
        dlogits /= len(labels)

        # Through the second layer, and through ReLU where it was open.
        dweight2, dbias2 = dlogits.T @ hidden, dlogits.sum(dim=0)
        dbefore_relu = (dlogits @ self.weight2) * was_open

        # To the first layer's parameters; the input itself needs no gradient.
        return dbefore_relu.T @ x, dbefore_relu.sum(dim=0), dweight2, dbias2

    def train_step(self, x: Tensor, labels: Tensor, lr: float) -> Tensor:
        loss = self.forward(x, labels)
        parameters = self.weight1, self.bias1, self.weight2, self.bias2
        for parameter, gradient in zip(parameters, self.backward(), strict=True):
            parameter -= lr * gradient
        return loss
