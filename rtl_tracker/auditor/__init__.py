"""The auditor of numbers, plans and words (spec 4): pure functions of facts, one rule one function one stable id."""
