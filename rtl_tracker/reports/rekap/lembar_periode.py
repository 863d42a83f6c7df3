"""T1 as a sheet that sorts and filters: every unit, layanan and period is a row of its own, means marked by their name."""

from collections.abc import Iterator, Sequence

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.ikm import konversi, prioritas
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import NAMA_PENDEK, urutan_unsur
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.formats import bulat
from rtl_tracker.reports.buku_excel import Kolom, Lembar, Nilai
from rtl_tracker.reports.rekap.kolom_rekap import BELUM_ADA, isi_ikm, isi_mutu, kode, kolom_angka, rapatkan
from rtl_tracker.reports.tahunan.bahan import BahanLaporan

_AWAL = 2
HURUF_RTL = 1400
"""A row of a sheet shows no more; longer plans are told by their first letters and their number, whole in the annual report."""


def lembar_per_periode(bahan: BahanLaporan, induk: dict[int, str], pengantar: tuple[str, ...]) -> Lembar:
    """The sheet; units under their induk in the order of the report."""
    p = bahan.rekap.pengaturan
    per_id = {r.upp.id: r for r in bahan.rekap.upp}
    rtl: dict[tuple[int | None, Periode], list[Rtl]] = {}
    for satu in bahan.rtl:
        rtl.setdefault((satu.upp_id, satu.periode), []).append(satu)
    baris: list[tuple[Nilai, ...]] = []
    for no, (_, unit) in enumerate(urut_menurut_induk([r.upp for r in bahan.rekap.upp]), start=1):
        awal = (no, unit.nama, induk.get(unit.id), unit.kelompok_cetak)
        milik = {periode: rtl.get((unit.id, periode), []) for periode in Periode}
        baris += [(*awal, *isi) for isi in _baris_unit(per_id[unit.id], milik, p)]
    return Lembar("Per periode", pengantar, rapatkan(_kolom(p), baris), baris, beku=_AWAL)


def _kolom(p: Pengaturan) -> tuple[Kolom, ...]:
    urut = [kode(u, p) for u in urutan_unsur(p.urutan_unsur)]
    return (
        kolom_angka("No", 6), Kolom(p.istilah_unit, 36), Kolom("Induk", 26), Kolom("Kelompok", 16), Kolom("Jenis layanan", 24), Kolom("Periode", 21),
        *(kolom_angka(f"{k} NRR", 8) for k in urut), *(kolom_angka(f"{k} konversi", 9) for k in urut), kolom_angka("IKM", 15),
        kolom_angka("IKM tercetak", 10), Kolom("Mutu", 17), kolom_angka("Jumlah responden", 11), Kolom("Metode", 20), Kolom("Unsur prioritas", 30),
        kolom_angka("Jumlah RTL", 8), Kolom("Rencana tindak lanjut", 60), kolom_angka("Realisasi periode sebelumnya (%)", 14),
    )  # fmt: skip


def _baris_unit(r: RekapUpp, rtl: dict[Periode, list[Rtl]], p: Pengaturan) -> Iterator[tuple[Nilai, ...]]:
    """Its layanan first, then the unit; a unit without any result is a row that says so."""
    for nama, hasil in r.layanan.items():
        yield from (_baris_hasil(hasil[x], nama, None, None, p) for x in Periode if x in hasil)
    kosong = {h.periode: h for h in r.kosong if h.layanan is None and h.periode not in r.hasil}
    for periode in Periode:
        if periode in r.hasil:
            realisasi = r.realisasi.get(periode)
            resmi = None if realisasi is None else bulatkan_bila_ada(realisasi.resmi(p.dasar_realisasi))
            yield _baris_hasil(r.hasil[periode], None, rtl[periode], resmi, p)
        elif periode in kosong:
            yield _baris_hasil(kosong[periode], None, rtl[periode], None, p)
    if not r.hasil and not kosong and not r.layanan:
        yield (None, None, *(None,) * (2 * len(urutan_unsur(p.urutan_unsur))), BELUM_ADA, *(None,) * 8)


def _baris_hasil(
    h: Hasil, layanan: str | None, rtl: Sequence[Rtl] | None, realisasi: Nilai, p: Pengaturan
) -> tuple[Nilai, ...]:
    """One result, from its layanan on. RTL and realisasi belong to the unit, not to a layanan."""
    urut = urutan_unsur(p.urutan_unsur)
    terukur = h.jenis_baris is JenisBaris.TERUKUR
    return (
        layanan, NAMA_PERIODE[h.periode] if terukur else f"Rata-rata {NAMA_PERIODE[h.periode]}",
        *(bulatkan_bila_ada(h.nrr.get(u)) for u in urut), *(bulatkan(konversi(h.nrr[u])) if u in h.nrr else None for u in urut),
        isi_ikm(bulatkan_bila_ada(h.ikm, p.desimal_ikm)), None if h.ikm is None else h.ikm_tercetak, isi_mutu(None if h.ikm is None else mutu(h.ikm), p), h.n,
        h.metode or None, _prioritas(h, p) if terukur else None, len(rtl) if rtl else None, teks_rencana(rtl or ()) or None, realisasi,
    )  # fmt: skip


def _prioritas(h: Hasil, p: Pengaturan) -> str | None:
    """What the unit itself named, else the computed lowest."""
    tercetak = "; ".join(bagian.strip() for bagian in h.unsur_prioritas.split(";") if bagian.strip())
    return tercetak or (_terendah(h, p) if h.nrr else None)


def _terendah(h: Hasil, p: Pengaturan) -> str:
    return "; ".join(f"{kode(u, p)} {NAMA_PENDEK[u]}" for u in prioritas(h.nrr, p.jumlah_prioritas))


def teks_rencana(rtl: Sequence[Rtl]) -> str:
    """The planned actions, a line each; what a row of a sheet cannot show is counted."""
    if len(rtl) == 1:
        return rtl[0].kegiatan[:HURUF_RTL]
    baris: list[str] = []
    for nomor, satu in enumerate(rtl, start=1):
        baris.append(f"{nomor}. {satu.kegiatan}")
        if sum(map(len, baris)) > HURUF_RTL and nomor < len(rtl):
            return "\n".join((*baris, f"… dan {bulat(len(rtl) - nomor)} RTL lainnya"))
    return "\n".join(baris)
