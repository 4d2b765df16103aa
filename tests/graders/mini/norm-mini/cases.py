from graders.authoring import backward, call, case, construct, evaluate, hold, load, read, read_held


def cases(draw):
    x = draw.normal(6, 3, mean=2.0)
    yield case(
        "steps",
        construct("Norm", 3, momentum=0.3, into="norm"),
        load("norm", bias=draw.normal(3)),
        call("norm", x=x, into="first"),
        call("norm", second=draw.normal(5, 3, mean=-1.0), into="y"),
        read("norm", "mean"),
        backward("first", wrt=("x", "norm.bias")),
        evaluate("norm"),
        call("norm", again=x.clone(), into="quiet"),
        read("norm", "mean", at="after"),
        visible=True,
        reduction=6,
    )
    yield case(
        "held",
        construct("Norm", 2, into="norm"),
        hold("norm", "mean"),
        call("norm", x=draw.normal(4, 2, mean=3.0)),
        read_held("norm", "mean"),
        reduction=4,
    )
