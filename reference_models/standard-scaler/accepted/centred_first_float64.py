"""Sums over the rows are products with a row of ones; the variance is that of the centred table."""

import torch


class StandardScaler:
    def fit(self, x):
        wide = x.double()
        ones = torch.ones(1, len(x), dtype=torch.float64)
        self.centre = (ones @ wide / len(x))[0]
        apart = wide - self.centre
        spread = torch.sqrt((ones @ (apart * apart) / len(x))[0])
        self.spread = torch.where(spread > 0, spread, torch.ones_like(spread))
        return self.centre.to(x.dtype), self.spread.to(x.dtype)

    def transform(self, x):
        return ((x.double() - self.centre) / self.spread).to(x.dtype)

    def inverse_transform(self, z):
        return (z.double() * self.spread + self.centre).to(z.dtype)
