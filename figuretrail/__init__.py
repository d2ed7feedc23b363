"""How figures about recorded child-grooming offences are found and checked.

Plain Python: no Dagster and no database belong here. The readers are `figuretrail.text.extract` (articles) and
`figuretrail.tables.extract` (workbooks); both return `figuretrail.figure.Figure` rows.
"""
