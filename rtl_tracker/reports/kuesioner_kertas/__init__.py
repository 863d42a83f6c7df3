"""The questionnaire on paper: one sheet, both sides, with the version and the numbers by which it is keyed in."""
