"""The recap of the instansi for one triwulan or semester (spec 3.3).

What a period tells is what a year tells, of fewer months: its facts are those of the annual report, computed from a year that is
cut down to the period (`irisan`), and its tables are the same. Its own are the comparison with earlier periods and its sentences.
"""
