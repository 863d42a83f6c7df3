"""The .docx as a zip archive that depends on its content only: fixed times, order and attributes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_UKURAN_TULIS = 1 << 18
_SUDAH_PADAT = (".png", ".jpg", ".jpeg")
_AWAL_ZIP = (1980, 1, 1, 0, 0, 0)

Waktu = tuple[int, int, int, int, int, int]


def waktu_arsip(tanggal: datetime) -> Waktu:
    """The date and time as archives keep them."""
    return max((tanggal.year, tanggal.month, tanggal.day, tanggal.hour, tanggal.minute, tanggal.second), _AWAL_ZIP)


def salin_arsip(sumber: ZipFile, pengganti: Mapping[str, Iterable[bytes | memoryview]], waktu: Waktu) -> bytes:
    """A copy of an archive in which some entries have other content; that is read while it is written."""
    hasil = BytesIO()
    with ZipFile(hasil, "w") as tujuan:
        for info in sumber.infolist():
            entri = ZipInfo(info.filename, waktu)
            entri.compress_type = ZIP_STORED if info.filename.lower().endswith(_SUDAH_PADAT) else ZIP_DEFLATED
            entri.create_system = 0
            with tujuan.open(entri, "w") as keluar:
                for potong in pengganti.get(info.filename) or (sumber.read(info),):
                    keluar.write(potong)
    return hasil.getvalue()


def kemas(potongan: Iterable[str]) -> Iterator[bytes]:
    """Many short strings as fewer large pieces of UTF-8."""
    tampung: list[str] = []
    panjang = 0
    for satu in potongan:
        tampung.append(satu)
        panjang += len(satu)
        if panjang >= _UKURAN_TULIS:
            yield "".join(tampung).encode()
            tampung.clear()
            panjang = 0
    yield "".join(tampung).encode()
