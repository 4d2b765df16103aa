"""dbias is dout itself."""


def linear_backward(dout, x, weight):
    o, i = weight.shape
    dout_rows = dout.reshape(-1, o)
    x_rows = x.reshape(-1, i)
    dx = (dout_rows @ weight).reshape(x.shape)
    dweight = dout_rows.T @ x_rows
    dbias = dout.clone()
    return dx, dweight, dbias
