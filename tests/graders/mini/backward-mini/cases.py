from graders.authoring import call, case


def cases(draw):
    for name, outputs, inputs in (("small", 2, 3), ("square", 3, 3)):
        yield case(
            name,
            call(
                "linear_backward",
                dout=draw.normal(4, outputs),
                x=draw.normal(4, inputs),
                weight=draw.normal(outputs, inputs),
                into=("dx", "dw", "db"),
                gradients=True,
            ),
            visible=name == "small",
            reduction=4,
        )
