import torch


class StandardScaler:
    def fit(self, x):
        self.mean = x.mean()
        self.std = x.std(unbiased=False)
        self.std = torch.where(self.std == 0, 1, self.std)
        return self.mean, self.std

    def transform(self, x):
        return (x - self.mean) / self.std

    def inverse_transform(self, z):
        return z * self.std + self.mean
