"""Training in epochs and batches, with a scheduler, and the curve of the loss."""

from collections.abc import Callable

import torch
from torch import Tensor, nn


def train_loop(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    x: Tensor,
    y: Tensor,
    scheduler: torch.optim.lr_scheduler.LRScheduler | None = None,
    batch_size: int = 32,
    epochs: int = 1,
) -> Tensor:
    """Mean loss per example of each epoch, shape (epochs,)."""
    # No student has to: this keeps the search for small examples from calls that make no sense.
    if not len(x) or len(x) != len(y) or batch_size < 1 or epochs < 1:
        raise ValueError("examples with a target each, and a batch_size and epochs of 1 or more are wanted")

    history = []
    for _ in range(epochs):
        history.append(train_epoch(model, optimizer, loss_fn, x, y, batch_size))
        if scheduler is not None:
            scheduler.step()
    return torch.stack(history)


def train_epoch(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    x: Tensor,
    y: Tensor,
    batch_size: int,
) -> Tensor:
    """One walk through the data; its mean loss per example."""
    model.train()
    total = torch.zeros(())
    # split gives a last part that may be smaller.
    for inputs, targets in zip(x.split(batch_size), y.split(batch_size), strict=True):
        optimizer.zero_grad()
        loss = loss_fn(model(inputs), targets)
        loss.backward()
        optimizer.step()
        # loss is a mean over the batch: every example is to count once.
        total += loss.detach() * len(inputs)
    return total / len(x)
