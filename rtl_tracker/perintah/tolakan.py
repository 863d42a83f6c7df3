"""How a command ends when it cannot do what was asked: one sentence and an exit code (spec 5.3)."""

SELESAI, DITOLAK, SALAH_PAKAI = 0, 1, 2


class Ditolak(Exception):
    """The input was refused (exit 1); str() is the sentence for the user, "" when everything has been said already."""


class SalahPakai(Exception):
    """The command was used wrongly (exit 2); str() is the sentence for the user."""
