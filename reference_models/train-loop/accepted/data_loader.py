import torch
from torch.utils.data import DataLoader, TensorDataset


def train_loop(model, optimizer, loss_fn, x, y, scheduler=None, batch_size=32, epochs=1):
    loader = DataLoader(TensorDataset(x, y), batch_size=batch_size, shuffle=False)
    losses = torch.zeros(epochs, dtype=x.dtype)
    for epoch in range(epochs):
        model.train()
        for inputs, targets in loader:
            loss = loss_fn(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses[epoch] += loss.item() * inputs.shape[0] / len(x)
        if scheduler:
            scheduler.step()
    return losses
