"""When the answers of a survey may become the result of its period, and what stands in the way (spec 2.2)."""

from dataclasses import dataclass
from enum import StrEnum

from rtl_tracker.domain.jadwal_survei import KeadaanSurvei
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian, terbuka


class HalanganTutup(StrEnum):
    """Why a survey cannot become a result."""

    SUDAH_JADI_HASIL = "sudah_jadi_hasil"
    BERKAS_DIKIRIM = "berkas_dikirim"
    BERKAS_DITERIMA = "berkas_diterima"
    ADA_JAWABAN_LAIN = "ada_jawaban_lain"
    TANPA_JAWABAN = "tanpa_jawaban"


KALIMAT_HALANGAN: dict[HalanganTutup, str] = {
    HalanganTutup.SUDAH_JADI_HASIL: "Survei periode ini sudah dijadikan hasil. Muat ulang halaman untuk melihat keadaan terakhir.",
    HalanganTutup.BERKAS_DIKIRIM: (
        "Berkas periode ini sedang diperiksa Bagian Organisasi. Survei dapat dijadikan hasil bila berkasnya dikembalikan."
    ),
    HalanganTutup.BERKAS_DITERIMA: "Berkas periode ini sudah diterima; hasilnya terkunci dan tidak dapat diganti jawaban survei.",
    HalanganTutup.ADA_JAWABAN_LAIN: (
        "Periode ini sudah memiliki jawaban responden dari buku kerja, sehingga jawaban survei tidak ditambahkan agar tidak ada "
        "yang terhitung dua kali. Bila hasil survei yang dipakai, impor buku kerja yang hanya memuat lembar hasil dengan pilihan "
        "mengganti, lalu kembali ke halaman ini. Bila jawaban buku kerja yang dipakai, survei ini tidak perlu dijadikan hasil."
    ),
    HalanganTutup.TANPA_JAWABAN: "Belum ada jawaban yang sah, sehingga tidak ada yang dapat dijadikan hasil.",
}


@dataclass(frozen=True, slots=True)
class SyaratTutup:
    """What is asked before closing: a result that was typed gives way only when that is confirmed; so does a survey that still runs."""

    halangan: HalanganTutup | None
    lebih_awal: bool
    ganti_isian: bool


def syarat_tutup(keadaan: KeadaanSurvei, berkas: Penyampaian, n: int, ada_jawaban_lain: bool, ada_isian: bool) -> SyaratTutup:
    """What closing this survey needs. `n`: its valid questionnaires."""
    berjalan = keadaan in (KeadaanSurvei.TERBUKA, KeadaanSurvei.DIJEDA, KeadaanSurvei.BELUM_DIBUKA)
    return SyaratTutup(_halangan(keadaan, berkas, n, ada_jawaban_lain), berjalan, ada_isian)


def _halangan(keadaan: KeadaanSurvei, berkas: Penyampaian, n: int, ada_jawaban_lain: bool) -> HalanganTutup | None:
    if keadaan is KeadaanSurvei.JADI_HASIL:
        return HalanganTutup.SUDAH_JADI_HASIL
    if berkas.status is StatusPenyampaian.DITERIMA:
        return HalanganTutup.BERKAS_DITERIMA
    if not terbuka(berkas):
        return HalanganTutup.BERKAS_DIKIRIM
    if not n:
        return HalanganTutup.TANPA_JAWABAN
    return HalanganTutup.ADA_JAWABAN_LAIN if ada_jawaban_lain else None
