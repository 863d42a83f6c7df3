"""The answers of a unit per respondent with sums, NRR and IKM: as Word, and as Excel with live formulas (spec 3.3 T14, 3.6)."""
