"""The publication sheet of an index: one page for a public notice board (spec 3.3)."""
