"""What words in cells say: labels, names, times, numbers, each by itself."""
