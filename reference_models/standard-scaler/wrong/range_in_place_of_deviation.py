class StandardScaler:
    def fit(self, x):
        self.mean = x.amin(dim=0)
        self.std = x.amax(dim=0) - x.amin(dim=0)
        self.std[self.std == 0] = 1
        return self.mean, self.std

    def transform(self, x):
        return (x - self.mean) / self.std

    def inverse_transform(self, z):
        return z * self.std + self.mean
