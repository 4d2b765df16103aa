"""dout is reshaped to (O, N), not transposed."""


def linear_backward(dout, x, weight):
    o, i = weight.shape
    dout_rows = dout.reshape(-1, o)
    x_rows = x.reshape(-1, i)
    n = dout_rows.shape[0]
    dx = (dout_rows @ weight).reshape(x.shape)
    dweight = dout_rows.reshape(o, n) @ x_rows
    dbias = dout_rows.sum(dim=0)
    return dx, dweight, dbias
