"""The RTL sheet of a unit and period (spec 3.1, T10)."""
