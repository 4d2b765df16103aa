"""Only the bias's gradient is a mean."""


def linear_backward(dout, x, weight):
    o, i = weight.shape
    dout_rows = dout.reshape(-1, o)
    x_rows = x.reshape(-1, i)
    n = dout_rows.shape[0]
    dx = (dout_rows @ weight).reshape(x.shape)
    dweight = dout_rows.T @ x_rows
    dbias = dout_rows.sum(dim=0) / max(n, 1)
    return dx, dweight, dbias
