from graders.authoring import backward, call, case


def cases(draw):
    def t(name, *shape, **k):
        x, w, b = draw.normal(*shape), draw.normal(4, shape[1], 3, 2), draw.normal(4)
        return case(
            name,
            call("conv2d", x=x, weight=w, bias=b, **k),
            backward("y", wrt=("x", "weight", "bias")),
            visible=name == "plain",
            reduction=18,
        )

    yield t("plain", 1, 1, 5, 5)
    yield t("strided", 2, 3, 8, 7, stride=2, padding=(1, 0))
    x = draw.normal(2, 3, 7, 8).transpose(2, 3)
    yield case(
        "noncontig", call("conv2d", x=x, weight=draw.normal(2, 3, 3, 3), bias=None, padding=1), reduction=27
    )
