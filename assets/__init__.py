"""What the pipeline makes: the Dagster graph, one module a stage, each asset a few lines.

What belongs here: assets, and the warehouse that their rows live in. What does not: how a figure is found or a table
worked out (`figuretrail`), what a row must be (`schemas`), how and when things run (`pipeline`).
"""
