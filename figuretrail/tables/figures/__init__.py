"""Cells to figures: what their headers, their rows and the surroundings of their table say of each."""
