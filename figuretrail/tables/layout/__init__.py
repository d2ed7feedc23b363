"""Where the tables of a sheet are, and what part each of their rows, columns and lines plays."""
