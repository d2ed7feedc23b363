"""Files to sheets: opened, checked, and given as rows of plain values, whatever their format was."""
