def train_step(model, optimizer, loss_fn, x, y):
    model.train(True)
    loss = loss_fn(model(x), y)
    optimizer.zero_grad(set_to_none=False)
    loss.backward()
    optimizer.step()
    return loss.data
