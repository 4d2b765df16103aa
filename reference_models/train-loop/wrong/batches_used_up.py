import torch


def train_loop(model, optimizer, loss_fn, x, y, scheduler=None, batch_size=32, epochs=1):
    history = []
    batches = zip(x.split(batch_size), y.split(batch_size))
    for epoch in range(epochs):
        model.train()
        total = torch.zeros(())
        for inputs, targets in batches:
            optimizer.zero_grad()
            loss = loss_fn(model(inputs), targets)
            loss.backward()
            optimizer.step()
            total = total + loss.detach() * len(inputs)
        if scheduler is not None:
            scheduler.step()
        history.append(total / len(x))
    return torch.stack(history)
