"""Made-up RTL of the demo instansi: words from rtl_contoh.csv, fixed seed, every state, marked data_contoh. Nothing of it is real."""

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Horizon, Rtl, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur

BENIH = 2021
KALIMAT = Path(__file__).with_suffix(".csv")
AKHIR_TRIWULAN = (("Triwulan I", (3, 31)), ("Triwulan II", (6, 30)), ("Triwulan III", (9, 30)), ("Triwulan IV", (12, 31)))
STATUS_LALU: dict[StatusRtl, int] = {
    StatusRtl.TERVERIFIKASI: 10,
    StatusRtl.SELESAI: 5,
    StatusRtl.BERJALAN: 2,
    StatusRtl.DIKEMBALIKAN: 2,
    StatusRtl.TIDAK_DILAKSANAKAN: 2,
    StatusRtl.DIRENCANAKAN: 1,
}
BERBUKTI = (StatusRtl.SELESAI, StatusRtl.TERVERIFIKASI, StatusRtl.DIKEMBALIKAN)
SEBAB_KEMBALI = (
    "Foto bukti belum memuat tanggal pelaksanaan",
    "Bukti belum memperlihatkan kegiatan sesuai rencana; daftar hadir perlu dilampirkan",
    "Tautan bukti tidak dapat dibuka",
)


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One action in words: what respondents said, what is planned, how it ends well or badly."""

    keluhan: str
    kegiatan: str
    indikator: str
    penanggung_jawab: str
    uraian: str
    hambatan: str
    alasan: str
    strategi: str


@cache
def kalimat_per_unsur() -> dict[Unsur, tuple[Kalimat, ...]]:
    """The words of rtl_contoh.csv by unsur."""
    hasil: dict[Unsur, tuple[Kalimat, ...]] = dict.fromkeys(Unsur, ())
    with KALIMAT.open(encoding="utf-8", newline="") as berkas:
        for baris in csv.DictReader(berkas):
            unsur = Unsur(baris.pop("unsur"))
            hasil[unsur] = (*hasil[unsur], Kalimat(**baris))
    return hasil


def rtl_tahun_lalu(upp_id: int, tahun: int, acak: random.Random, *, melapor: bool = True) -> list[Rtl]:
    """Two to four RTL born in `tahun`, with their outcomes; a unit that did not report has plans without a status."""
    hasil = []
    for unsur in acak.sample(list(Unsur), acak.randint(2, 4)):
        rencana = _rencana(upp_id, tahun, unsur, acak)
        status = acak.choices(list(STATUS_LALU), weights=list(STATUS_LALU.values()))[0]
        hasil.append(_berstatus(*rencana, status, acak) if melapor else rencana[0])
    return hasil


def rtl_tahun_ini(upp_id: int, tahun: int, wajib: Sequence[Unsur], lalu: Sequence[Rtl], acak: random.Random) -> list[Rtl]:
    """One RTL for every owed unsur, planned or under way, and what was not done of last year's (`lalu`) carried over."""
    lanjutan = [_lanjutkan(r, tahun) for r in lalu if r.status is StatusRtl.TIDAK_DILAKSANAKAN]
    baru = [u for u in wajib if u not in {r.unsur for r in lanjutan}]
    status = (StatusRtl.DIRENCANAKAN, StatusRtl.DIRENCANAKAN, StatusRtl.BERJALAN)
    return lanjutan + [replace(_rencana(upp_id, tahun, u, acak)[0], status=acak.choice(status)) for u in baru]


def _rencana(upp_id: int, tahun: int, unsur: Unsur, acak: random.Random) -> tuple[Rtl, Kalimat]:
    kalimat = acak.choice(kalimat_per_unsur()[unsur])
    triwulan, (bulan, hari) = acak.choice(AKHIR_TRIWULAN)
    rtl = Rtl(
        id=0, upp_id=upp_id, tahun=tahun, periode=Periode.TAHUNAN, unsur=unsur, unsur_teks=NAMA_UNSUR[unsur], kegiatan=kalimat.kegiatan,
        keluhan=kalimat.keluhan, indikator=kalimat.indikator, waktu=f"{triwulan} tahun {tahun + 1}", tenggat=date(tahun + 1, bulan, hari),
        penanggung_jawab=kalimat.penanggung_jawab, horizon=Horizon.PENDEK, stakeholder="Bagian Organisasi", data_contoh=True,
    )  # fmt: skip
    return rtl, kalimat


def _berstatus(rtl: Rtl, kalimat: Kalimat, status: StatusRtl, acak: random.Random) -> Rtl:
    """The plan with what became of it: done needs words and proof, not done needs reason, strategy and a new tenggat."""
    if status in BERBUKTI:
        alamat = f"https://contoh.example/bukti/{rtl.tahun}/upp-{rtl.upp_id}/{rtl.unsur}"
        bukti = tuple(f"{alamat}-{i}.pdf" for i in range(1, acak.randint(1, 2) + 1))
        alasan = acak.choice(SEBAB_KEMBALI) if status is StatusRtl.DIKEMBALIKAN else ""
        return replace(rtl, status=status, uraian=kalimat.uraian, bukti=bukti, alasan=alasan)
    if status is StatusRtl.TIDAK_DILAKSANAKAN:
        return replace(
            rtl, status=status, alasan=kalimat.alasan, strategi=kalimat.strategi, waktu=f"Triwulan II tahun {rtl.tahun + 2}",
            tenggat=date(rtl.tahun + 2, 6, 30), horizon=Horizon.MENENGAH,
        )  # fmt: skip
    return replace(rtl, status=status, hambatan=kalimat.hambatan if status is StatusRtl.BERJALAN else "")


def _lanjutkan(rtl: Rtl, tahun: int) -> Rtl:
    """The carried-over RTL: the same action in the next period, begun again."""
    return replace(
        rtl, tahun=tahun, keluhan=f"{rtl.keluhan} (lanjutan RTL tahun {rtl.tahun})", status=StatusRtl.BERJALAN, alasan="", strategi="",
        horizon=Horizon.PENDEK,
    )  # fmt: skip
