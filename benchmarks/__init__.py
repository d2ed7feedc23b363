"""What `make bench` runs: speed and memory, as ratios of measurements taken in one run."""
