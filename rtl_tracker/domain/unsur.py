"""The nine unsur of PermenPANRB 14/2017 (spec 1.2). An unsur is identified by its key, never by its position."""

import re
from enum import StrEnum


class Unsur(StrEnum):
    """Key of one of the nine unsur; the order of the members is the order of the regulation."""

    PERSYARATAN = "persyaratan"
    PROSEDUR = "prosedur"
    WAKTU = "waktu"
    BIAYA = "biaya"
    PRODUK = "produk"
    KOMPETENSI = "kompetensi"
    PERILAKU = "perilaku"
    PENGADUAN = "pengaduan"
    SARPRAS = "sarpras"


class UrutanUnsur(StrEnum):
    """Order of U8 and U9: the regulation and SE MenPANRB 12/2023, or the widely copied questionnaire."""

    PERMENPAN = "permenpan"
    KUESIONER = "kuesioner"


NAMA_UNSUR: dict[Unsur, str] = {
    Unsur.PERSYARATAN: "Persyaratan",
    Unsur.PROSEDUR: "Sistem, mekanisme, dan prosedur",
    Unsur.WAKTU: "Waktu penyelesaian",
    Unsur.BIAYA: "Biaya/tarif",
    Unsur.PRODUK: "Produk spesifikasi jenis pelayanan",
    Unsur.KOMPETENSI: "Kompetensi pelaksana",
    Unsur.PERILAKU: "Perilaku pelaksana",
    Unsur.PENGADUAN: "Penanganan pengaduan, saran dan masukan",
    Unsur.SARPRAS: "Sarana dan prasarana",
}

NAMA_PENDEK: dict[Unsur, str] = {
    Unsur.PERSYARATAN: "Persyaratan",
    Unsur.PROSEDUR: "Prosedur",
    Unsur.WAKTU: "Waktu",
    Unsur.BIAYA: "Biaya",
    Unsur.PRODUK: "Produk",
    Unsur.KOMPETENSI: "Kompetensi",
    Unsur.PERILAKU: "Perilaku",
    Unsur.PENGADUAN: "Pengaduan",
    Unsur.SARPRAS: "Sarpras",
}

_ALIAS: dict[Unsur, tuple[str, ...]] = {
    Unsur.PERSYARATAN: ("kesesuaian persyaratan", "persyaratan pelayanan", "persyaratan layanan"),
    Unsur.PROSEDUR: (
        "prosedur",
        "prosedur pelayanan",
        "prosedur layanan",
        "kemudahan prosedur",
        "sistem mekanisme dan prosedur",
    ),
    Unsur.WAKTU: (
        "waktu",
        "waktu pelayanan",
        "waktu layanan",
        "jangka waktu",
        "kecepatan",
        "kecepatan waktu",
        "kecepatan pelayanan",
        "ketepatan waktu",
    ),
    Unsur.BIAYA: ("biaya", "tarif", "biaya tarif pelayanan", "kewajaran biaya"),
    Unsur.PRODUK: ("produk", "produk layanan", "produk pelayanan", "kesesuaian produk", "produk spesifikasi"),
    Unsur.KOMPETENSI: ("kompetensi", "kompetensi petugas", "kemampuan petugas"),
    Unsur.PERILAKU: ("perilaku", "perilaku petugas", "sikap perilaku", "prilaku pelaksana", "kesopanan dan keramahan"),
    Unsur.PENGADUAN: ("pengaduan", "aduan", "penanganan pengaduan", "penanganan pengaduan saran masukan"),
    Unsur.SARPRAS: ("sarpras", "sarana prasarana", "kualitas sarana dan prasarana", "sarana"),
}

_KATA_KUNCI: dict[Unsur, frozenset[str]] = {
    Unsur.PERSYARATAN: frozenset({"persyaratan", "syarat"}),
    Unsur.PROSEDUR: frozenset({"prosedur", "mekanisme"}),
    Unsur.WAKTU: frozenset({"waktu", "kecepatan"}),
    Unsur.BIAYA: frozenset({"biaya", "tarif"}),
    Unsur.PRODUK: frozenset({"produk", "spesifikasi"}),
    Unsur.KOMPETENSI: frozenset({"kompetensi"}),
    Unsur.PERILAKU: frozenset({"perilaku", "prilaku", "sikap"}),
    Unsur.PENGADUAN: frozenset({"pengaduan", "aduan"}),
    Unsur.SARPRAS: frozenset({"sarana", "prasarana", "sarpras"}),
}


def lipat(teks: str) -> str:
    """Fold a label for comparison: case, spaces and punctuation do not count; words stay apart by one blank."""
    return " ".join(re.findall(r"\w+", teks.casefold().replace("_", " ")))


_NAMA_TERLIPAT: dict[str, Unsur] = {
    lipat(nama): unsur for unsur in Unsur for nama in (unsur.value, NAMA_UNSUR[unsur], NAMA_PENDEK[unsur], *_ALIAS[unsur])
}


def urutan_unsur(urutan: UrutanUnsur) -> tuple[Unsur, ...]:
    """The nine keys in the order U1..U9 of `urutan`."""
    biasa = tuple(Unsur)
    if urutan is UrutanUnsur.PERMENPAN:
        return biasa
    return (*biasa[:7], Unsur.SARPRAS, Unsur.PENGADUAN)


def kode_unsur(unsur: Unsur, urutan: UrutanUnsur) -> str:
    """ "U1".."U9" of an unsur under the declared order."""
    return f"U{urutan_unsur(urutan).index(unsur) + 1}"


def unsur_dari_nama(label: str) -> Unsur | None:
    """The unsur whose name (or known other name) this label is, exactly after folding; None for anything else."""
    return _NAMA_TERLIPAT.get(lipat(label))


def kenali_unsur(teks: str) -> Unsur | None:
    """The one unsur a free text speaks of ("Kecepatan waktu dalam memberikan pelayanan"); None if none or several."""
    tepat = unsur_dari_nama(teks)
    if tepat is not None:
        return tepat
    kata = set(lipat(teks).split())
    cocok = [unsur for unsur, kunci in _KATA_KUNCI.items() if kata & kunci]
    return cocok[0] if len(cocok) == 1 else None
