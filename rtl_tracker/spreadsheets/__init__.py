"""Workbooks and CSV folders to typed rows and problems, and the blank workbook (spec 5.4). Knows no database and no web."""
