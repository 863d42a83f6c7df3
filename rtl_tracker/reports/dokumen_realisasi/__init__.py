"""Follow-up percentages of the instansi as a Word document for the Inspektorat (spec 3.1)."""
