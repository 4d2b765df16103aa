def train_step(model, optimizer, loss_fn, x, y):
    model.train()
    output = model(x)
    loss = loss_fn(output, y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.detach()
