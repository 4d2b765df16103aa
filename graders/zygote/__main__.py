import sys

from graders.zygote.zygote import main

main(sys.argv[1:])
