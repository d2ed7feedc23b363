"""`python -m pipeline`: the same as `figuretrail`."""

from pipeline.cli import main

main()
