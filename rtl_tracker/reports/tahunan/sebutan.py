"""How the narrative names things: unsur with figures, classes, counted units, periods."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rtl_tracker.domain.mutu import Mutu, kinerja
from rtl_tracker.domain.pengaturan import FormatKategori, Pengaturan
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.formats import angka, daftar, dengan_terbilang, kategori
from rtl_tracker.reports.tahunan.fakta_hasil import NilaiUnsur

TERBANYAK_DISEBUT = 8


def nama_unsur(unsur: Unsur) -> str:
    """Name inside a sentence: "waktu penyelesaian"."""
    nama = NAMA_UNSUR[unsur]
    return nama[0].lower() + nama[1:]


def daftar_unsur(unsur: Iterable[Unsur]) -> str:
    """ "persyaratan, waktu penyelesaian, dan biaya/tarif"; names that hold a comma are parted by semicolons."""
    nama = [nama_unsur(u) for u in unsur]
    if len(nama) > 1 and any("," in n for n in nama):
        return f"{'; '.join(nama[:-1])}; dan {nama[-1]}"
    return daftar(nama)


def sebut_unsur(nilai: NilaiUnsur) -> str:
    """ "waktu penyelesaian (NRR 2,96; konversi 74,12; C, Kurang Baik)"."""
    return f"{nama_unsur(nilai.unsur)} (NRR {angka(nilai.nrr)}; konversi {angka(nilai.konversi)}; {kelas_dalam_kurung(nilai.mutu)})"


def sebut_mutu(mutu: Mutu | None, pengaturan: Pengaturan) -> str:
    """ "B (Baik)", or "Baik (B)" under the setting; "-" without a class."""
    if mutu is None:
        return "-"
    return kategori(mutu.value, kinerja(mutu), pengaturan.format_kategori is FormatKategori.KATA_DAHULU)


def kelas_dalam_kurung(mutu: Mutu | None) -> str:
    """ "B, Baik": the class inside brackets, which hold no brackets of their own."""
    return "-" if mutu is None else f"{mutu.value}, {kinerja(mutu)}"


def sebut_banyak(jumlah: int, satuan: str) -> str:
    """ "17 (tujuh belas) UPP"."""
    return f"{dengan_terbilang(jumlah)} {satuan}"


def awal_banyak(jumlah: int, satuan: str) -> str:
    """The same at the head of a sentence, which never begins with a figure: "Sebanyak 17 (tujuh belas) UPP"."""
    return f"Sebanyak {sebut_banyak(jumlah, satuan)}"


def sebut_nama(nama: Sequence[str], terbanyak: int = TERBANYAK_DISEBUT) -> str:
    """Names of units in a sentence, parted by semicolons because names hold commas; the rest is counted."""
    if len(nama) == 1 or (len(nama) == 2 and not any("," in n for n in nama)):
        return " dan ".join(nama)
    if len(nama) > terbanyak:
        return f"{'; '.join(nama[:terbanyak])}; dan {dengan_terbilang(len(nama) - terbanyak)} unit lainnya"
    return f"{'; '.join(nama[:-1])}; dan {nama[-1]}"


def sebut_ikm(nilai: Decimal | None, pengaturan: Pengaturan) -> str:
    """An index with the instansi's decimals."""
    return angka(nilai, pengaturan.desimal_ikm, "belum ada data")


def kantor_organisasi(pengaturan: Pengaturan) -> str:
    """The office that assembles the report: Biro in a province, else Bagian."""
    return "Biro Organisasi" if pengaturan.jenis.casefold() == "provinsi" else "Bagian Organisasi"
