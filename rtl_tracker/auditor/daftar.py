"""The registry: every rule with its id, its title and why it is there; running them is one call (spec 4)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rtl_tracker.auditor import nilai, rerata
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule: stable id, title on screen, explanation for the officer, and the function."""

    id: str
    judul: str
    penjelasan: str
    periksa: Callable[[Fakta], Iterator[Temuan]]


DAFTAR_ATURAN: tuple[Aturan, ...] = (
    Aturan("IKM-01", "IKM tidak sesuai nilai unsur",
           "IKM dihitung ulang dari kesembilan nilai unsur dengan ketiga bobot yang lazim; angka di belakang pembulatan diperhitungkan.",
           nilai.ikm_01),
    Aturan("IKM-02", "Bobot berbeda dari bobot instansi",
           "IKM tercetak hanya cocok dengan bobot lain. Nilai antarunit baru dapat dibandingkan bila bobotnya satu.", nilai.ikm_02),
    Aturan("IKM-03", "Kategori tidak sesuai IKM", "Mutu ditentukan oleh IKM menurut PermenPANRB 14/2017.", nilai.ikm_03),
    Aturan("IKM-04", "Konversi bukan 25 x NRR", "Nilai konversi unsur selalu 25 kali nilai rata-ratanya.", nilai.ikm_04),
    Aturan("IKM-05", "Nilai unsur mustahil untuk jumlah respondennya",
           "Rata-rata jawaban 1 sampai 4 dari n orang selalu kelipatan 1/n.", nilai.ikm_05),
    Aturan("IKM-06", "Rata-rata semester atau tahun tidak sesuai periodenya",
           "Baris semester dan tahunan dihitung ulang dari periode yang diukur, menurut ketiga cara merata-rata.", rerata.ikm_06),
    Aturan("IKM-07", "Angka instansi tidak sesuai unit-unitnya",
           "Angka instansi dihitung ulang menurut ketiga cara menggabungkan unit.", rerata.ikm_07),
    Aturan("IKM-08", "Angka di luar rentang atau bukan angka",
           "Tanpa responden tidak ada indeks; IKM selalu antara 25 dan 100.", nilai.ikm_08),
)  # fmt: skip
URUTAN_TINGKAT = {tingkat: i for i, tingkat in enumerate(Tingkat)}


def periksa(fakta: Fakta) -> list[Temuan]:
    """All findings: of the instansi first, then by unit in stored order; within them by period, weight and rule."""
    urutan = {upp_id: i for i, upp_id in enumerate(fakta.unit, start=1)}
    semua = [temuan for aturan in DAFTAR_ATURAN for temuan in aturan.periksa(fakta)]

    def kunci(t: Temuan) -> tuple[int, int, int, str, str]:
        periode = -1 if t.periode is None else list(Periode).index(t.periode)
        return (urutan.get(t.upp_id or 0, 0), periode, URUTAN_TINGKAT[t.tingkat], t.aturan, t.layanan or "")

    return sorted(semua, key=kunci)


def hitung_tingkat(temuan: Iterable[Temuan]) -> dict[Tingkat, int]:
    """How many findings of each weight."""
    hasil = dict.fromkeys(Tingkat, 0)
    for satu in temuan:
        hasil[satu.tingkat] += 1
    return hasil
