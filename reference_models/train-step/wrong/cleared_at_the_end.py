def train_step(model, optimizer, loss_fn, x, y):
    model.train()
    output = model(x)
    loss = loss_fn(output, y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.detach()
