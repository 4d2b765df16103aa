"""``python -m graders.zygote``: started by the engine, never by hand."""

import sys

from graders.zygote.zygote import main

main(sys.argv[1:])
