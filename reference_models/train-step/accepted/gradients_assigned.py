import torch


def train_step(model, optimizer, loss_fn, x, y):
    if not model.training:
        model.train()
    params = [p for p in model.parameters() if p.requires_grad]
    loss = loss_fn(model(x), y)
    for p, gradient in zip(params, torch.autograd.grad(loss, params)):
        p.grad = gradient
    optimizer.step()
    return loss.clone().detach()
