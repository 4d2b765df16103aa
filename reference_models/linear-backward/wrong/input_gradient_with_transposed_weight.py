"""dx is computed with the transposed weight, as the forward pass does."""


def linear_backward(dout, x, weight):
    o, i = weight.shape
    dout_rows = dout.reshape(-1, o)
    x_rows = x.reshape(-1, i)
    dx = (dout_rows @ weight.T).reshape(x.shape)
    dweight = dout_rows.T @ x_rows
    dbias = dout_rows.sum(dim=0)
    return dx, dweight, dbias
