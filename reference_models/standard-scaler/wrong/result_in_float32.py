class StandardScaler:
    def fit(self, x):
        self.mean = x.mean(dim=0)
        self.std = x.std(dim=0, unbiased=False)
        self.std[self.std == 0] = 1
        return self.mean, self.std

    def transform(self, x):
        return ((x - self.mean) / self.std).float()

    def inverse_transform(self, z):
        return z * self.std + self.mean
