"""dbias adds over the first axis alone."""


def linear_backward(dout, x, weight):
    o, i = weight.shape
    dout_rows = dout.reshape(-1, o)
    x_rows = x.reshape(-1, i)
    dx = (dout_rows @ weight).reshape(x.shape)
    dweight = dout_rows.T @ x_rows
    dbias = dout.sum(dim=0) if dout.ndim > 1 else dout.clone()
    return dx, dweight, dbias
