"""Facts of the big table T1: every measured period of every UPP, then the means. Figures are rounded as printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.agregasi import IkmInstansi
from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.ikm import konversi, prioritas
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.reports.tahunan.bahan import BahanLaporan


@dataclass(frozen=True, slots=True)
class BarisBesar:
    """One line of the big table T1. `jenis`: terukur, semester, tahunan, or instansi.

    `prioritas` are the computed lowest unsur; `prioritas_tercetak` is what the unit itself named, and goes before.
    `rtl` are (unsur or None, kegiatan).
    """

    no: int | None
    nama: str
    kedalaman: int
    periode: str
    jenis: str
    nilai: tuple[Decimal | None, ...]
    ikm: Decimal | None
    mutu: Mutu | None
    n: int | None
    metode: str
    prioritas: tuple[Unsur, ...]
    prioritas_tercetak: str
    rtl: tuple[tuple[Unsur | None, str], ...]
    realisasi: Decimal | None


def cetak_unsur(nrr: Fraction, skala_nrr: bool) -> Decimal:
    """One unsur as tables print it: NRR or konversi, 2 decimals."""
    return bulatkan(nrr if skala_nrr else konversi(nrr), 2)


def cetak_semua(nrr: Mapping[Unsur, Fraction], skala_nrr: bool) -> tuple[Decimal | None, ...]:
    """All nine unsur as tables print them, None where one is missing."""
    return tuple(cetak_unsur(nrr[u], skala_nrr) if u in nrr else None for u in Unsur)


def rtl_per_periode(rtl: Iterable[Rtl]) -> dict[tuple[int | None, Periode], list[Rtl]]:
    """RTL by the unit (None = the instansi) and the period they were born in."""
    hasil: dict[tuple[int | None, Periode], list[Rtl]] = {}
    for item in rtl:
        hasil.setdefault((item.upp_id, item.periode), []).append(item)
    return hasil


def susun_baris_besar(bahan: BahanLaporan, skala_nrr: bool) -> tuple[BarisBesar, ...]:
    """All lines of T1: every UPP with its measured periods and means, then the instansi."""
    per_id = {r.upp.id: r for r in bahan.rekap.upp}
    rtl = rtl_per_periode(bahan.rtl)
    baris: list[BarisBesar] = []
    for no, (kedalaman, unit) in enumerate(urut_menurut_induk([r.upp for r in bahan.rekap.upp]), start=1):
        r = per_id[unit.id]
        for h in r.hasil.values():
            if h.ikm is not None or h.nrr:
                milik = rtl.get((unit.id, h.periode), [])
                baris.append(baris_hasil(no, kedalaman, r, h, milik, bahan.rekap.pengaturan, skala_nrr))
    urut = {p: i for i, p in enumerate(Periode)}
    baris.sort(key=lambda b: (b.no or 0, urut[_PERIODE_DARI_NAMA[b.periode]]))
    return (*baris, *baris_instansi(bahan.rekap, skala_nrr))


def _label(periode: Periode, jenis: JenisBaris) -> str:
    if jenis is JenisBaris.TERUKUR:
        return NAMA_PERIODE[periode]
    return f"Rata-rata {NAMA_PERIODE[periode]}"


_PERIODE_DARI_NAMA = {_label(p, j): p for p in Periode for j in JenisBaris}


def _jenis_besar(h: Hasil) -> str:
    if h.jenis_baris is JenisBaris.TERUKUR:
        return "terukur"
    return "tahunan" if h.periode is Periode.TAHUNAN else "semester"


def baris_hasil(
    no: int, kedalaman: int, r: RekapUpp, h: Hasil, rtl: Sequence[Rtl], pengaturan: Pengaturan, skala_nrr: bool
) -> BarisBesar:
    """One result of a unit as a line: `h` is measured or a mean, `rtl` are the RTL born from it."""
    terukur = h.jenis_baris is JenisBaris.TERUKUR
    ikm = bulatkan_bila_ada(h.ikm, pengaturan.desimal_ikm)
    realisasi = r.realisasi.get(h.periode)
    return BarisBesar(
        no=no,
        nama=r.upp.nama,
        kedalaman=kedalaman,
        periode=_label(h.periode, h.jenis_baris),
        jenis=_jenis_besar(h),
        nilai=cetak_semua(h.nrr, skala_nrr),
        ikm=ikm,
        mutu=None if h.ikm is None else mutu(h.ikm),
        n=h.n,
        metode=h.metode if terukur else "",
        prioritas=prioritas(h.nrr, pengaturan.jumlah_prioritas) if terukur and h.nrr else (),
        prioritas_tercetak=_rapikan(h.unsur_prioritas) if terukur else "",
        rtl=tuple((x.unsur, x.kegiatan) for x in rtl),
        realisasi=bulatkan_bila_ada(realisasi.resmi(pengaturan.dasar_realisasi), 2) if realisasi is not None else None,
    )


def _rapikan(teks: str) -> str:
    """A printed list of unsur without its empty places."""
    return "; ".join(bagian.strip() for bagian in teks.split(";") if bagian.strip())


def baris_instansi(rekap: RekapTahun, skala_nrr: bool) -> list[BarisBesar]:
    """Last lines of the table: the semester and annual means of the instansi that exist."""
    periode = [
        p for p in (Periode.S1, Periode.S2, Periode.TAHUNAN) if p in rekap.instansi and rekap.instansi[p].ikm is not None
    ]
    return [_baris_satu_instansi(rekap, p, rekap.instansi[p], skala_nrr) for p in periode]


def _baris_satu_instansi(rekap: RekapTahun, periode: Periode, i: IkmInstansi, skala_nrr: bool) -> BarisBesar:
    pengaturan = rekap.pengaturan
    ikm = bulatkan_bila_ada(i.ikm, pengaturan.desimal_ikm)
    resmi = rekap.realisasi[periode].resmi(pengaturan.dasar_realisasi, pengaturan.agregasi_realisasi)
    return BarisBesar(
        no=None,
        nama=f"Rata-rata {pengaturan.nama}",
        kedalaman=0,
        periode=NAMA_PERIODE[periode],
        jenis="instansi",
        nilai=cetak_semua(i.nrr, skala_nrr),
        ikm=ikm,
        mutu=None if i.ikm is None else mutu(i.ikm),
        n=i.jumlah_responden,
        metode="",
        prioritas=prioritas(i.nrr, pengaturan.jumlah_prioritas) if i.nrr else (),
        prioritas_tercetak="",
        rtl=(),
        realisasi=bulatkan_bila_ada(resmi, 2),
    )
