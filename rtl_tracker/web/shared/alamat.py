"""Parts of addresses: a period or a kind of document by its code, a year that can be one. Anything else is an address that does not exist."""

from flask import Flask
from werkzeug.routing import BaseConverter, IntegerConverter, Map, ValidationError

from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.domain.periode import Periode

TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100
BILANGAN_TERBESAR = 2**31 - 1


class PeriodeDiAlamat(BaseConverter):
    """`TW1` ... `TAHUNAN` as a Periode."""

    def to_python(self, value: str) -> Periode:
        """Raises ValidationError for a text that is no period."""
        if value not in Periode.__members__:
            raise ValidationError
        return Periode(value)

    def to_url(self, value: str) -> str:
        """The code."""
        return Periode(value).value


class JenisDiAlamat(BaseConverter):
    """`tahunan` ... `realisasi` as a JenisDokumen."""

    def to_python(self, value: str) -> JenisDokumen:
        """Raises ValidationError for a text that is no kind of document."""
        if value not in list(JenisDokumen):
            raise ValidationError
        return JenisDokumen(value)

    def to_url(self, value: str) -> str:
        """The code."""
        return JenisDokumen(value).value


class BilanganDiAlamat(IntegerConverter):
    """A number that a database can hold: a larger one names nothing."""

    def __init__(self, map: Map) -> None:
        """No number of this program's objects is larger than BILANGAN_TERBESAR."""
        super().__init__(map, max=BILANGAN_TERBESAR)


class TahunDiAlamat(IntegerConverter):
    """A year of this century."""

    def __init__(self, map: Map) -> None:
        """Four digits, within the years that a report can be about."""
        super().__init__(map, fixed_digits=4, min=TAHUN_AWAL, max=TAHUN_AKHIR)


def pasang_alamat(app: Flask) -> None:
    """Make the converters known; before any blueprint is registered."""
    app.url_map.converters["periode"] = PeriodeDiAlamat
    app.url_map.converters["jenis"] = JenisDiAlamat
    app.url_map.converters["int"] = BilanganDiAlamat
    app.url_map.converters["tahun"] = TahunDiAlamat
