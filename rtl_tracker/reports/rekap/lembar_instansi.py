"""The instansi on one sheet: its index per period under the three aggregations, its nine unsur, and the year before (spec 1.5)."""

from collections.abc import Iterator

from rtl_tracker.domain.agregasi import IkmInstansi
from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.ikm import konversi
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rekap import RekapTahun
from rtl_tracker.domain.unsur import NAMA_UNSUR, urutan_unsur
from rtl_tracker.reports.buku_excel import Kaki, Kolom, Lembar, Nilai
from rtl_tracker.reports.rekap.kolom_rekap import TIDAK_DIUKUR, isi_ikm, isi_mutu, kode, kolom_angka
from rtl_tracker.reports.tahunan.fakta_hasil import FaktaHasil, FaktaIndeks
from rtl_tracker.reports.tahunan.narasi_pendahuluan import NAMA_AGREGASI


def lembar_instansi(rekap: RekapTahun, hasil: FaktaHasil, pengantar: tuple[str, ...]) -> Lembar:
    """The sheet: a row a period, below it the comparison of the aggregations and the unsur from the lowest up."""
    p = rekap.pengaturan
    urut = [kode(u, p) for u in urutan_unsur(p.urutan_unsur)]
    kolom = (
        Kolom("Periode", 46), kolom_angka("IKM", 15), Kolom("Mutu", 17),
        *(kolom_angka(NAMA_AGREGASI[a].format(unit=p.istilah_unit), 19) for a in AgregasiInstansi),
        *(kolom_angka(f"{k} NRR", 8) for k in urut), *(kolom_angka(f"{k} konversi", 9) for k in urut),
        kolom_angka("Jumlah responden", 12), kolom_angka(f"{p.istilah_unit} dihitung", 10),
    )  # fmt: skip
    baris = [_baris(periode, rekap.instansi[periode], p) for periode in Periode if periode in rekap.instansi]
    kaki = (*_kaki_agregasi(hasil.indeks, p), *_kaki_tahun_lalu(hasil.indeks, rekap.tahun), *_kaki_unsur(hasil, p))
    return Lembar("Instansi", pengantar, kolom, baris, kaki)


def _baris(periode: Periode, i: IkmInstansi, p: Pengaturan) -> tuple[Nilai, ...]:
    urut, nama = urutan_unsur(p.urutan_unsur), NAMA_PERIODE[periode]
    return (
        f"{nama} (seluruh tahun)" if periode is Periode.TAHUNAN else nama, isi_ikm(bulatkan_bila_ada(i.ikm, p.desimal_ikm)),
        isi_mutu(None if i.ikm is None else mutu(i.ikm), p), *(bulatkan_bila_ada(i.alternatif.get(a), p.desimal_ikm) for a in AgregasiInstansi),
        *(bulatkan_bila_ada(i.nrr.get(u)) for u in urut), *(bulatkan(konversi(i.nrr[u])) if u in i.nrr else None for u in urut),
        i.jumlah_responden, i.upp_dihitung,
    )  # fmt: skip


def _kaki_agregasi(i: FaktaIndeks, p: Pengaturan) -> Iterator[Kaki]:
    """The three aggregations of the year, the declared one first, with their difference from it."""
    yield Kaki()
    yield Kaki(("Cara penggabungan, seluruh tahun", "IKM", None, "Selisih"), berwarna=True)
    for cara, nilai in sorted(i.alternatif.items(), key=lambda x: x[0] is not p.agregasi):
        nama, resmi = NAMA_AGREGASI[cara].format(unit=p.istilah_unit), cara is p.agregasi
        selisih = None if resmi or nilai is None or i.ikm is None else nilai - i.ikm
        yield Kaki((nama, TIDAK_DIUKUR if nilai is None else nilai, "ditetapkan" if resmi else "pembanding", selisih))


def _kaki_tahun_lalu(i: FaktaIndeks, tahun: int) -> Iterator[Kaki]:
    yield Kaki()
    isi: tuple[tuple[str, Nilai], ...] = (
        (f"IKM tahun {tahun - 1}", i.ikm_lalu),
        (f"Selisih dari tahun {tahun - 1}", i.selisih),
        ("Batas galat 95 %, gabungan jawaban", i.margin),
    )
    yield from (Kaki((nama, nilai)) for nama, nilai in isi if nilai is not None)


def _kaki_unsur(hasil: FaktaHasil, p: Pengaturan) -> Iterator[Kaki]:
    """T4 ranked from the lowest."""
    if not hasil.unsur:
        return
    yield Kaki()
    yield Kaki(
        ("Unsur dari nilai terendah", "NRR", "Mutu", "Konversi", "Peringkat", f"Terendah pada ({p.istilah_unit})"),
        berwarna=True,
    )
    for n in hasil.unsur:
        yield Kaki(
            (f"{kode(n.unsur, p)} {NAMA_UNSUR[n.unsur]}", n.nrr, isi_mutu(n.mutu, p), n.konversi, n.rank, n.upp_terendah)
        )
