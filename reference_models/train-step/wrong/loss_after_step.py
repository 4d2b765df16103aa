def train_step(model, optimizer, loss_fn, x, y):
    model.train()
    optimizer.zero_grad()
    output = model(x)
    loss = loss_fn(output, y)
    loss.backward()
    optimizer.step()
    return loss_fn(model(x), y).detach()
