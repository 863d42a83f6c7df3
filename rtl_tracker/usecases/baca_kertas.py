"""A sheet of paper as keys were pressed: digits and words become one questionnaire, or a sentence per field (spec 1.2, 1.11)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rtl_tracker.domain.jawaban import PANJANG_SARAN, PILIHAN_PROFIL, Jawaban, Saluran, susun_jawaban
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.formats import tanggal as tulis_tanggal
from rtl_tracker.usecases.isi_hasil import IsianSalah

PANJANG_NOMOR = 32
KOSONG = frozenset({"", "0", "-"})
"""What stands for "not answered"."""


@dataclass(frozen=True, slots=True)
class IsianKertas:
    """What was typed, as texts. `kunci` was made with the form; `jawaban` by position of the question; `profil` by column, digits."""

    kunci: str
    tanggal: str = ""
    nomor: str = ""
    layanan_id: int | None = None
    jawaban: Sequence[str] = ()
    umum: str = ""
    profil: Mapping[str, str] = field(default_factory=dict)
    saran: str = ""


def baca_kertas(isian: IsianKertas, kuesioner: Kuesioner, jadwal: Jadwal, hari: date) -> Jawaban:
    """The typed sheet as a questionnaire. Raises IsianSalah with a sentence for every field that cannot be read."""
    salah: dict[str, str] = {}
    banyak = len(kuesioner.butir)
    jawaban = [_digit(f"j{i}", teks, 4, salah) for i, teks in enumerate([*isian.jawaban, *[""] * banyak][:banyak])]
    umum = _digit("umum", isian.umum, 4, salah)
    profil: dict[str, Any] = {kolom: _profil(kolom, isian.profil.get(kolom, ""), salah) for kolom in PILIHAN_PROFIL}
    tanggal = _tanggal(isian.tanggal, jadwal, hari, salah)
    saran = isian.saran.replace("\r\n", "\n").strip()
    if len(saran) > PANJANG_SARAN:
        salah["saran"] = f"Saran terlalu panjang: {len(saran)} huruf, paling banyak {PANJANG_SARAN}."
    if len(isian.nomor.strip()) > PANJANG_NOMOR:
        salah["nomor"] = f"Nomor lembar paling banyak {PANJANG_NOMOR} huruf."
    if not salah and all(j is None for j in jawaban):
        salah["j0"] = "Belum ada pertanyaan yang dijawab. Kuesioner tanpa satu pun jawaban tidak dimasukkan."
    if salah or tanggal is None:
        raise IsianSalah(salah)
    kerangka = replace(Jawaban((), tanggal, Saluran.KERTAS, umum=umum, saran=saran), **profil)
    return susun_jawaban(kuesioner, jawaban, kerangka)


def ketikan(jawaban: Jawaban, kuesioner: Kuesioner, nomor: str) -> IsianKertas:
    """A stored sheet as it would be typed."""
    if jawaban.butir is not None:
        butir: Sequence[Any] = jawaban.butir
    else:
        nilai = dict(zip(Unsur, jawaban.nilai, strict=True))
        butir = [None if b.unsur is None else nilai[b.unsur] for b in kuesioner.butir]
    return IsianKertas(
        "", jawaban.tanggal.isoformat(), nomor, jawaban=["" if b is None else str(b) for b in butir],
        umum="" if jawaban.umum is None else str(jawaban.umum), saran=jawaban.saran,
        profil={kolom: _urutan(kolom, getattr(jawaban, kolom)) for kolom in PILIHAN_PROFIL},
    )  # fmt: skip


def _urutan(kolom: str, isi: str | None) -> str:
    return "" if isi is None else str(PILIHAN_PROFIL[kolom].index(isi) + 1)


def _digit(nama: str, teks: str, batas: int, salah: dict[str, str]) -> int | None:
    isi = teks.strip()
    if isi in KOSONG:
        return None
    if len(isi) == 1 and "1" <= isi <= str(batas):
        return int(isi)
    salah[nama] = f"Tekan 1 sampai {batas}; kosongkan bila tidak dijawab."
    return None


def _profil(kolom: str, teks: str, salah: dict[str, str]) -> str | None:
    pilihan = PILIHAN_PROFIL[kolom]
    nomor = _digit(kolom, teks, len(pilihan), salah)
    return None if nomor is None else pilihan[nomor - 1]


def _tanggal(teks: str, jadwal: Jadwal, hari: date, salah: dict[str, str]) -> date | None:
    try:
        tanggal = date.fromisoformat(teks.strip())
    except ValueError:
        salah["tanggal"] = "Tanggal wajib diisi: tahun, bulan, dan hari, misalnya 2026-04-07."
        return None
    awal, akhir = jadwal.survei_mulai, jadwal.survei_selesai
    if not awal <= tanggal <= akhir:
        salah["tanggal"] = f"Tanggal di luar masa survei, yaitu {tulis_tanggal(awal)} sampai {tulis_tanggal(akhir)}."
    elif tanggal > hari:
        salah["tanggal"] = "Tanggal ini belum tiba."
    return tanggal
