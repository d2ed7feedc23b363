"""How the pipeline runs: definitions, resources, storage, checks, schedules, freshness, refresh, the command line.

What belongs here: wiring. What does not: what is made (`assets`), what a row must be (`schemas`), how it is worked
out (`figuretrail`).
"""
