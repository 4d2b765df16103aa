"""Each side is 0 where the other one counts."""


def elu(x, alpha=1.0):
    wide = x.double()
    return (wide.clamp(min=0) + alpha * wide.clamp(max=0).expm1()).to(x.dtype)


def elu_backward(dout, x, alpha=1.0):
    wide = x.double()
    positive = (wide > 0).double()
    slope = positive + (1 - positive) * alpha * wide.clamp(max=0).exp()
    return (dout * slope).to(x.dtype)
