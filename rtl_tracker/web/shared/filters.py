"""Named filters and tests of the templates: the only way a number, a date or a term gets onto a page."""

import re
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from flask import Flask
from markupsafe import Markup, escape

from rtl_tracker import formats
from rtl_tracker.domain.hasil import JenisBaris
from rtl_tracker.domain.media import NAMA_MEDIA
from rtl_tracker.domain.mutu import Mutu, kinerja
from rtl_tracker.domain.pengaturan import Bobot, FormatKategori, Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.tren import arah
from rtl_tracker.domain.unsur import NAMA_PENDEK, NAMA_UNSUR, Unsur, kode_unsur

BELUM_ADA = "belum ada data"
BYTE_PER_KB = 1000


def ikm(nilai: Decimal | Fraction | None, pengaturan: Pengaturan) -> str:
    """An index with the instansi's decimals; "belum ada data" without one."""
    return formats.angka(nilai, pengaturan.desimal_ikm, BELUM_ADA)


def kategori(mutu: Mutu | None, pengaturan: Pengaturan) -> str:
    """ "B (Baik)", or "Baik (B)" under the setting; "-" without a class."""
    if mutu is None:
        return "-"
    return formats.kategori(mutu.value, kinerja(mutu), pengaturan.format_kategori is FormatKategori.KATA_DAHULU)


def nama_unsur(unsur: Unsur) -> str:
    """ "Waktu penyelesaian"."""
    return NAMA_UNSUR[unsur]


def nama_pendek(unsur: Unsur) -> str:
    """ "Waktu"."""
    return NAMA_PENDEK[unsur]


def kode(unsur: Unsur, pengaturan: Pengaturan) -> str:
    """ "U3" under the declared order."""
    return kode_unsur(unsur, pengaturan.urutan_unsur)


def nama_periode(periode: Periode, jenis: JenisBaris = JenisBaris.TERUKUR) -> str:
    """ "Semester I"; a mean says so: "Rata-rata Semester I"."""
    nama = NAMA_PERIODE[periode]
    return nama if jenis is JenisBaris.TERUKUR else f"Rata-rata {nama}"


def tulisan_bobot(bobot: Bobot) -> str:
    """ "1/9", "0,111"."""
    return bobot.value.replace(".", ",")


def waktu_setempat(saat: datetime) -> str:
    """ "9 Juni 2023 pukul 14.05" on the clock of this computer."""
    return formats.tanggal_waktu(saat.astimezone())


def tanggal_setempat(saat: datetime) -> str:
    """ "9 Juni 2023": the day on the clock of this computer."""
    return formats.tanggal(saat.astimezone().date())


def ukuran(byte: int) -> str:
    """Size of a file: "812 KB", "1,4 MB"."""
    if byte < BYTE_PER_KB**2:
        return f"{formats.bulat(-(-byte // BYTE_PER_KB))} KB"
    return f"{formats.angka(Decimal(byte) / BYTE_PER_KB**2, 1)} MB"


def naskah(teks: str) -> Markup:
    """A text of a document: `**bold**` as such, a reference to a table or figure by its key."""
    aman = str(escape(teks))
    aman = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", aman)
    return Markup(re.sub(r"⟦(?:G_)?(\w+)⟧", r"<em>[\1]</em>", aman))


def kata_kode(nilai: str) -> str:
    """A code of the program in words: "tidak_dilaksanakan" -> "tidak dilaksanakan"."""
    return nilai.replace("_", " ")


FILTERS = {
    "angka": formats.angka,
    "arah": arah,
    "bulat": formats.bulat,
    "jumlah": formats.jumlah,
    "daftar": formats.daftar,
    "ikm": ikm,
    "kategori": kategori,
    "kata_kode": kata_kode,
    "kinerja": kinerja,
    "kode": kode,
    "nama_media": NAMA_MEDIA.__getitem__,
    "nama_pendek": nama_pendek,
    "nama_periode": nama_periode,
    "nama_unsur": nama_unsur,
    "naskah": naskah,
    "persen": formats.persen,
    "selisih": formats.selisih,
    "tanggal": formats.tanggal,
    "tanggal_setempat": tanggal_setempat,
    "tulisan_bobot": tulisan_bobot,
    "ukuran": ukuran,
    "waktu_setempat": waktu_setempat,
}


def pasang_filters(app: Flask) -> None:
    """Make the filters known to the templates."""
    app.jinja_env.filters.update(FILTERS)
