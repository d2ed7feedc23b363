"""The trail of a number: from a row, by its rule and figures, to the quoted words or the cell, and to the address.

What belongs here: putting a trail together from rows that were fetched already, finding its words and cells in the
sources again, and showing it as text, JSON and W3C PROV. What does not: fetching rows (`pipeline.published`).
"""
