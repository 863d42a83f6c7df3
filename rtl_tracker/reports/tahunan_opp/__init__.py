"""The annual report in the order of 2025, with the result of every jenis layanan: the facts of `tahunan`, and table T2 (spec 3.1, 3.3)."""
