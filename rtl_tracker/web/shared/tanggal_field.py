"""A date in a form, whose refusal is a sentence in Indonesian."""

from wtforms import DateField

BUKAN_TANGGAL = "Tanggal ini tidak ada. Tulis tahun, bulan, dan hari, misalnya 2026-04-07."


class TanggalField(DateField):
    """A date; what was typed stays when it cannot be read."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Raises ValueError for a text that is no date."""
        try:
            super().process_formdata(valuelist)
        except ValueError as galat:
            raise ValueError(BUKAN_TANGGAL) from galat
