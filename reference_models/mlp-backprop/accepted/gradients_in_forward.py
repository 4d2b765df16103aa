"""The forward pass computes the gradients at once, by einsum and one-hot rows; backward hands them out."""

import torch


class MLP:
    names = ("weight1", "bias1", "weight2", "bias2")

    def __init__(self, *values):
        for name, value in zip(self.names, values):
            setattr(self, name, value.clone())

    def forward(self, x, labels):
        target = torch.eye(len(self.bias2), dtype=x.dtype)[labels]
        h = torch.einsum("nd,hd->nh", x, self.weight1).add(self.bias1).clamp_min(0)
        s = torch.einsum("nh,kh->nk", h, self.weight2).add(self.bias2)
        s = s - s.max(dim=1, keepdim=True).values
        total = s.exp().sum(dim=1, keepdim=True)
        ds = (s.exp() / total - target) / len(x)
        dz = torch.where(h > 0, torch.einsum("nk,kh->nh", ds, self.weight2), torch.zeros_like(h))
        self.ready = (
            torch.einsum("nh,nd->hd", dz, x),
            dz.sum(0),
            torch.einsum("nk,nh->kh", ds, h),
            ds.sum(0),
        )
        return ((total.log() - s) * target).sum() / len(x)

    def backward(self):
        return [gradient.clone() for gradient in self.ready]

    def train_step(self, x, labels, lr):
        loss = self.forward(x, labels)
        for name, gradient in zip(self.names, self.backward()):
            getattr(self, name).sub_(gradient, alpha=lr)
        return loss
