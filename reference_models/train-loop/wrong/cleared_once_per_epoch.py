import torch


def train_loop(model, optimizer, loss_fn, x, y, scheduler=None, batch_size=32, epochs=1):
    history = []
    for epoch in range(epochs):
        model.train()
        total = 0.0
        optimizer.zero_grad()
        for start in range(0, len(x), batch_size):
            inputs = x[start : start + batch_size]
            targets = y[start : start + batch_size]
            loss = loss_fn(model(inputs), targets)
            loss.backward()
            optimizer.step()
            total = total + loss.detach() * len(inputs)
        if scheduler is not None:
            scheduler.step()
        history.append(total / len(x))
    return torch.stack(history)
