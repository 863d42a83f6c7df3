"""The annual report in three chapters, as provincial decrees order it: the facts of `tahunan`, and an analysis of every unit (spec 3.1)."""
