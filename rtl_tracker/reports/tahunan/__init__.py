"""The annual report of the instansi: facts -> narrative, tables and charts -> document (spec 3.2, 3.4)."""
