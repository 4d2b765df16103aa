"""Cases of conv-output-size: whole numbers only, chosen so that what is left over is known."""

from graders.authoring import Draw, call, case, fails


def size_of(name, visible=False, **options):
    return case(name, call("conv_output_size", **options), visible=visible)


def refused(name, *several, visible=False):
    """Calls for which there is no answer."""
    steps = [
        fails(call("conv_output_size", into=f"y{number}", **options), "ValueError")
        for number, options in enumerate(several, start=1)
    ]
    return case(name, *steps, visible=visible)


def cases(draw: Draw):
    def image(kernel, stride=1, padding=0, dilation=1, rest=0):
        """A length with which the last step leaves ``rest`` pixels over; there are 5 to 12 places."""
        return stride * draw.integers(4, 11) + dilation * (kernel - 1) + 1 - 2 * padding + rest

    yield size_of("by-hand", size=(7, 10), kernel_size=3, stride=2, padding=1, visible=True)
    yield size_of("by-hand-dilation", size=(7, 10), kernel_size=(3, 2), dilation=2, visible=True)
    yield refused("by-hand-too-small", {"size": (2, 8), "kernel_size": 3}, visible=True)

    yield size_of("remainder", size=(image(3, 3, rest=1), image(3, 3, rest=2) + 30), kernel_size=3, stride=3)
    yield size_of(
        "strides",
        size=(image(2, 2, rest=1), image(3, 5, rest=3)),
        kernel_size=(2, 3),
        stride=(2, 5),
    )
    yield size_of("padding", size=(image(5, 1, 2) + 20, image(3, 1, 1)), kernel_size=(5, 3), padding=(2, 1))
    yield size_of(
        "dilation", size=(image(3, 1, 0, 2), image(4, 1, 0, 3) + 20), kernel_size=(3, 4), dilation=(2, 3)
    )
    yield size_of(
        "everything-at-once",
        size=(image(3, 2, 2, 3, rest=1), image(4, 3, 1, 2, rest=2)),
        kernel_size=(3, 4),
        stride=(2, 3),
        padding=(2, 1),
        dilation=(3, 2),
    )
    yield size_of(
        "single-numbers", size=image(4, 2, 1, 2, rest=1), kernel_size=4, stride=2, padding=1, dilation=2
    )
    yield size_of("kernel-fills-image", size=(5, 7), kernel_size=(5, 7), stride=(2, 3))
    yield size_of("padding-makes-room", size=(1, 2), kernel_size=(3, 6), padding=(1, 2))

    yield refused(
        "too-small",
        {"size": (8, 4), "kernel_size": (3, 5)},
        {"size": (4, 8), "kernel_size": (5, 3)},
        {"size": (2, 9), "kernel_size": (7, 3), "padding": (2, 1)},
    )
    yield refused("too-small-once-dilated", {"size": (5, 9), "kernel_size": 3, "dilation": 3})
    # One pixel is missing, and the stride is large: rounding towards 0 would see one place.
    yield refused("one-pixel-missing", {"size": (6, 9), "kernel_size": (7, 3), "stride": 4})
    yield refused(
        "nonsense",
        {"size": (6, 7), "kernel_size": 3, "stride": (1, 0)},
        {"size": (6, 7), "kernel_size": 3, "stride": (-1, 1)},
        {"size": (9, 9), "kernel_size": 3, "padding": (0, -1)},
        {"size": (6, 7), "kernel_size": 3, "dilation": (0, 1)},
        {"size": (6, 7), "kernel_size": (3, 0)},
        {"size": (0, 7), "kernel_size": 2, "padding": 1},
    )
