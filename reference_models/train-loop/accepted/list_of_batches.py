import torch


def train_loop(model, optimizer, loss_fn, x, y, scheduler=None, batch_size=32, epochs=1):
    batches = [(x[i : i + batch_size], y[i : i + batch_size]) for i in range(0, len(x), batch_size)]
    sizes = torch.tensor([float(len(inputs)) for inputs, _ in batches], dtype=torch.float64)
    model.train()
    curve = []
    for _ in range(epochs):
        losses = []
        for inputs, targets in batches:
            optimizer.zero_grad(set_to_none=False)
            loss = loss_fn(model(inputs), targets)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        curve.append((torch.tensor(losses, dtype=torch.float64) * sizes).sum() / sizes.sum())
        if scheduler is not None:
            scheduler.step()
    return torch.stack(curve).to(x.dtype)
