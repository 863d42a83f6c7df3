"""How heavy something weighs that was found in data, plans or texts (spec 2.2, 4)."""

from enum import StrEnum


class Tingkat(StrEnum):
    """galat blocks sending and freezing, peringatan asks for a note, info only tells."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"
