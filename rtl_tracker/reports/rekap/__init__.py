"""Sheets of the big recap of a year as Excel (spec 3.6)."""
