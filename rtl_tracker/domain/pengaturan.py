"""Settings of an instansi for one year: which rule of the domain is declared (spec 1)."""

from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from rtl_tracker.domain.errors import PengaturanTidakDikenal
from rtl_tracker.domain.unsur import UrutanUnsur, lipat


class Bobot(StrEnum):
    """Weight of one unsur: exact 1/9, or one of its two printed roundings."""

    SEPERSEMBILAN = "1/9"
    NOL_111 = "0.111"
    NOL_11 = "0.11"

    def nilai(self, jumlah_unsur: int = 9) -> Fraction:
        """The weight as an exact number; the two rounded ones need exactly nine unsur."""
        if self is Bobot.SEPERSEMBILAN:
            return Fraction(1, jumlah_unsur)
        if jumlah_unsur != 9:
            raise PengaturanTidakDikenal(
                f"Bobot {self.value} hanya berlaku untuk sembilan unsur; data memuat {jumlah_unsur} unsur. Pakai bobot 1/9."
            )
        return Fraction(Decimal(self.value))


class RerataPeriode(StrEnum):
    """How periods become a semester and a year."""

    BERTINGKAT = "bertingkat"
    SEMUA = "semua"
    BERBOBOT = "berbobot"


class AgregasiInstansi(StrEnum):
    """How UPP become the index of the instansi; `rerata_upp` is the rule of SE MenPANRB 12/2023."""

    RERATA_UPP = "rerata_upp"
    GABUNGAN_RESPONDEN = "gabungan_responden"
    RERATA_UNSUR = "rerata_unsur"


class SumberNilai(StrEnum):
    """Which IKM a recap row shows: the printed one or the recomputed one."""

    TERCETAK = "tercetak"
    HITUNG = "hitung"


class AturanSampel(StrEnum):
    """Rule for the required number of respondents."""

    KREJCIE_MORGAN = "krejcie_morgan"
    UNSUR_10 = "unsur_10"


class DasarRealisasi(StrEnum):
    """Which of the two realisasi figures is the official one."""

    DILAPORKAN = "dilaporkan"
    TERVERIFIKASI = "terverifikasi"


class AgregasiRealisasi(StrEnum):
    """How realisasi % of UPP becomes the instansi's."""

    RERATA_UPP = "rerata_upp"
    GABUNGAN = "gabungan"


class FormatKategori(StrEnum):
    """How a class is printed: "A (Sangat Baik)" or "Sangat Baik (A)"."""

    HURUF_DAHULU = "huruf_dahulu"
    KATA_DAHULU = "kata_dahulu"


DASAR_HUKUM: tuple[str, ...] = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang "
    "Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik",
)  # fmt: skip


@dataclass(frozen=True)
class Pengaturan:
    """All settings of one instansi and year. Numbers of decimals apply to what is printed, never to what is computed."""

    nama: str = ""
    jenis: str = "kabupaten"
    bobot: Bobot = Bobot.SEPERSEMBILAN
    pembulatan_tertimbang: int | None = None
    urutan_unsur: UrutanUnsur = UrutanUnsur.PERMENPAN
    agregasi: AgregasiInstansi = AgregasiInstansi.RERATA_UPP
    rerata_periode: RerataPeriode = RerataPeriode.BERTINGKAT
    sumber_nilai: SumberNilai = SumberNilai.TERCETAK
    desimal_ikm: int = 2
    aturan_sampel: AturanSampel = AturanSampel.KREJCIE_MORGAN
    jumlah_prioritas: int = 3
    tahun_tren: int = 5
    dasar_realisasi: DasarRealisasi = DasarRealisasi.DILAPORKAN
    agregasi_realisasi: AgregasiRealisasi = AgregasiRealisasi.RERATA_UPP
    format_kategori: FormatKategori = FormatKategori.HURUF_DAHULU
    istilah_unit: str = "UPP"
    penandatangan: str = ""
    jabatan_penandatangan: str = ""
    nip_penandatangan: str = ""
    tempat: str = ""
    tanggal_laporan: str = ""
    tim: str = ""
    dasar_hukum: tuple[str, ...] = field(default=DASAR_HUKUM)


_ENUM: dict[str, type[StrEnum]] = {
    "bobot": Bobot,
    "urutan_unsur": UrutanUnsur,
    "agregasi": AgregasiInstansi,
    "rerata_periode": RerataPeriode,
    "sumber_nilai": SumberNilai,
    "aturan_sampel": AturanSampel,
    "dasar_realisasi": DasarRealisasi,
    "agregasi_realisasi": AgregasiRealisasi,
    "format_kategori": FormatKategori,
}
_BILANGAN: dict[str, range] = {
    "pembulatan_tertimbang": range(2, 7),
    "desimal_ikm": range(2, 5),
    "jumlah_prioritas": range(1, 10),
    "tahun_tren": range(2, 7),
}
_BOBOT_LAIN = {"1/9": "1/9", "0111": "0.111", "011": "0.11"}
KUNCI_PENGATURAN: tuple[str, ...] = tuple(f.name for f in fields(Pengaturan))


def baca_nilai_pengaturan(kunci: str, teks: str) -> Any:
    """The typed value of one setting from its text.

    Raises PengaturanTidakDikenal with the allowed values when the text is none of them.
    """
    teks = teks.strip()
    if kunci in _ENUM:
        return _baca_enum(kunci, teks)
    if kunci in _BILANGAN:
        return _baca_bilangan(kunci, teks)
    if kunci == "dasar_hukum":
        return tuple(baris.strip() for baris in teks.splitlines() if baris.strip()) or DASAR_HUKUM
    if kunci in KUNCI_PENGATURAN:
        return teks
    raise PengaturanTidakDikenal(f"Pengaturan '{kunci}' tidak dikenal.")


def _baca_enum(kunci: str, teks: str) -> StrEnum:
    jenis = _ENUM[kunci]
    calon = teks.casefold()
    if kunci == "bobot":
        calon = _BOBOT_LAIN.get(teks.replace(",", "").replace(".", "").replace(" ", ""), calon)
    for anggota in jenis:
        if lipat(anggota.value) == lipat(calon):
            return anggota
    pilihan = ", ".join(anggota.value for anggota in jenis)
    raise PengaturanTidakDikenal(f"Nilai '{teks}' untuk pengaturan '{kunci}' tidak dikenal. Pilihan: {pilihan}.")


def _baca_bilangan(kunci: str, teks: str) -> int | None:
    rentang = _BILANGAN[kunci]
    if kunci == "pembulatan_tertimbang" and not teks:
        return None
    if teks.isascii() and teks.isdigit() and int(teks) in rentang:
        return int(teks)
    raise PengaturanTidakDikenal(
        f"Nilai '{teks}' untuk pengaturan '{kunci}' tidak dikenal. Isi bilangan bulat {rentang.start} sampai {rentang.stop - 1}."
    )


def ubah_pengaturan(lama: Pengaturan, perubahan: dict[str, str]) -> Pengaturan:
    """`lama` with the settings of `perubahan` (texts) put in. Raises PengaturanTidakDikenal."""
    return replace(lama, **{kunci: baca_nilai_pengaturan(kunci, teks) for kunci, teks in perubahan.items()})
