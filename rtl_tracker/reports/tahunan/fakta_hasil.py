"""Facts of chapter III: index, recap, nine unsur, the big table. Figures are rounded as printed; no sentence here."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil, JenisBaris, Sumber
from rtl_tracker.domain.ikm import konversi, peringkat, terendah, tertinggi
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.domain.sampel import margin_ikm
from rtl_tracker.domain.survei import gabungkan
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_besar import BarisBesar, cetak_unsur, susun_baris_besar


@dataclass(frozen=True, slots=True)
class NilaiUnsur:
    """One unsur of the instansi: printed NRR and konversi, class, rank from the lowest, number of UPP where it is lowest."""

    unsur: Unsur
    nrr: Decimal
    konversi: Decimal
    mutu: Mutu
    rank: int
    upp_terendah: int


@dataclass(frozen=True, slots=True)
class FaktaIndeks:
    """The index of the instansi. `selisih` is the difference of printed values to `ikm_lalu`; margin in index points."""

    ikm: Decimal | None
    mutu: Mutu | None
    alternatif: Mapping[AgregasiInstansi, Decimal | None]
    per_periode: tuple[tuple[Periode, Decimal, int], ...]
    ikm_lalu: Decimal | None
    selisih: Decimal | None
    margin: Decimal | None
    jumlah_responden: int | None
    upp_dihitung: int


@dataclass(frozen=True, slots=True)
class Andaian:
    """The index of the instansi if its lowest unsur alone rose to 4,00 (spec 1.7)."""

    unsur: Unsur
    ikm: Decimal
    mutu: Mutu


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One UPP in the recap; `ikm` None = belum ada data. `nilai` are the unsur as tables print them, `konversi` on 25-100. `rerata_anak` marks a parent that shows the mean of its children."""

    no: int
    upp_id: int
    nama: str
    kedalaman: int
    kelompok: str
    ikm: Decimal | None
    mutu: Mutu | None
    n: int | None
    terendah: tuple[Unsur, ...]
    nilai_terendah: Decimal | None
    tertinggi: tuple[Unsur, ...]
    nilai_tertinggi: Decimal | None
    nilai: Mapping[Unsur, Decimal]
    konversi: Mapping[Unsur, Decimal]
    ada_rtl: bool
    pelaksana: str
    rerata_anak: bool
    luar_aplikasi: bool
    dihitung: bool


@dataclass(frozen=True, slots=True)
class FaktaHasil:
    """Chapter III. `skala_nrr`: unsur are printed as NRR (1-4) in the tables, else as konversi (25-100)."""

    indeks: FaktaIndeks
    rekap: tuple[BarisRekap, ...]
    unsur: tuple[NilaiUnsur, ...]
    terendah: tuple[Unsur, ...]
    tertinggi: tuple[Unsur, ...]
    andaian: Andaian | None
    besar: tuple[BarisBesar, ...]
    rerata_matriks: Mapping[Unsur, Decimal]
    jumlah_matriks: Mapping[Unsur, Decimal]
    skala_nrr: bool

    def peringkat_upp(self) -> list[BarisRekap]:
        """The counted UPP from the highest index down; equal indices in the order of the recap."""
        return sorted((b for b in self.rekap if b.dihitung and b.ikm is not None), key=lambda b: (-(b.ikm or 0), b.no))


def susun_fakta_hasil(bahan: BahanLaporan) -> FaktaHasil:
    """All facts of chapter III from the computed year."""
    rekap = bahan.rekap
    skala_nrr = _skala_nrr(rekap)
    baris = _rekap(bahan, skala_nrr)
    nrr = rekap.tahunan.nrr
    hitung = [r.tahunan for r in rekap.upp if r.dihitung and r.tahunan is not None]
    per_unsur = {u: [cetak_unsur(h.nrr[u], skala_nrr) for h in hitung if u in h.nrr] for u in Unsur}
    return FaktaHasil(
        indeks=_indeks(bahan),
        rekap=baris,
        unsur=_unsur(nrr, baris),
        terendah=terendah(nrr) if nrr else (),
        tertinggi=tertinggi(nrr) if nrr else (),
        andaian=_andaian(rekap),
        besar=susun_baris_besar(bahan, skala_nrr),
        rerata_matriks={u: bulatkan(Fraction(sum(x)) / len(x), 2) for u, x in per_unsur.items() if x},
        jumlah_matriks={u: sum(x, Decimal(0)) for u, x in per_unsur.items() if x},
        skala_nrr=skala_nrr,
    )


def _skala_nrr(rekap: RekapTahun) -> bool:
    """NRR when answers or recap rows come on 1-4; printed konversi with more digits than NRR stay konversi."""
    hasil = [h for r in rekap.upp for h in r.terukur]
    return all(h.sumber is not Sumber.REKAP or _dua_desimal(h) for h in hasil)


def _dua_desimal(h: Hasil) -> bool:
    return all(nilai == Fraction(bulatkan(nilai, 2)) for nilai in h.nrr.values())


def _indeks(bahan: BahanLaporan) -> FaktaIndeks:
    rekap, desimal = bahan.rekap, bahan.rekap.pengaturan.desimal_ikm
    tahunan = rekap.tahunan
    ikm = bulatkan_bila_ada(tahunan.ikm, desimal)
    lalu = ikm_tahun_lalu(bahan, None)
    tabulasi = [h.tabulasi for r in rekap.upp if r.dihitung for h in r.terukur if h.tabulasi is not None]
    return FaktaIndeks(
        ikm=ikm,
        mutu=None if tahunan.ikm is None else mutu(tahunan.ikm),
        alternatif={aturan: bulatkan_bila_ada(nilai, desimal) for aturan, nilai in tahunan.alternatif.items()},
        per_periode=_per_periode(rekap, desimal),
        ikm_lalu=lalu,
        selisih=None if ikm is None or lalu is None else ikm - lalu,
        margin=bulatkan_bila_ada(margin_ikm(gabungkan(tabulasi), rekap.pengaturan.bobot)) if tabulasi else None,
        jumlah_responden=tahunan.jumlah_responden,
        upp_dihitung=tahunan.upp_dihitung,
    )


def _andaian(rekap: RekapTahun) -> Andaian | None:
    ikm, nrr = rekap.tahunan.ikm, rekap.tahunan.nrr
    if ikm is None or not nrr:
        return None
    unsur = terendah(nrr)[0]
    terbaik = ikm + 25 * rekap.pengaturan.bobot.nilai() * (4 - nrr[unsur])
    return Andaian(unsur, bulatkan(terbaik, rekap.pengaturan.desimal_ikm), mutu(terbaik))


def _per_periode(rekap: RekapTahun, desimal: int) -> tuple[tuple[Periode, Decimal, int], ...]:
    return tuple((p, bulatkan(i.ikm, desimal), i.upp_dihitung) for p, i in rekap.instansi.items() if i.ikm is not None)


def ikm_tahun_lalu(bahan: BahanLaporan, upp_id: int | None) -> Decimal | None:
    """Printed index of the year before: from the stored history, else from the computed results of that year."""
    tahun, desimal = bahan.rekap.tahun - 1, bahan.rekap.pengaturan.desimal_ikm
    if (upp_id, tahun) in bahan.riwayat:
        return bahan.riwayat[upp_id, tahun]
    if bahan.rekap_lalu is None:
        return None
    if upp_id is None:
        return bulatkan_bila_ada(bahan.rekap_lalu.tahunan.ikm, desimal)
    tahunan = next((r.tahunan for r in bahan.rekap_lalu.upp if r.upp.id == upp_id), None)
    return None if tahunan is None else bulatkan_bila_ada(tahunan.ikm, desimal)


def _rekap(bahan: BahanLaporan, skala_nrr: bool) -> tuple[BarisRekap, ...]:
    per_id = {r.upp.id: r for r in bahan.rekap.upp}
    ber_rtl = {r.upp_id for r in bahan.rtl}
    urut = urut_menurut_induk([r.upp for r in bahan.rekap.upp])
    return tuple(
        _baris_rekap(no, kedalaman, per_id[unit.id], unit.id in ber_rtl, bahan.rekap.pengaturan, skala_nrr)
        for no, (kedalaman, unit) in enumerate(urut, start=1)
    )


def _baris_rekap(no: int, kedalaman: int, r: RekapUpp, ada_rtl: bool, pengaturan: Pengaturan, skala_nrr: bool) -> BarisRekap:
    h = r.tahunan
    nrr = h.nrr if h is not None else {}
    nilai = {u: cetak_unsur(x, skala_nrr) for u, x in nrr.items()}
    ikm = bulatkan_bila_ada(h.ikm, pengaturan.desimal_ikm) if h is not None else None
    return BarisRekap(
        no=no,
        upp_id=r.upp.id,
        nama=r.upp.nama,
        kedalaman=kedalaman,
        kelompok=r.upp.kelompok_cetak,
        ikm=ikm,
        mutu=None if h is None or h.ikm is None else mutu(h.ikm),
        n=h.n if h is not None else None,
        terendah=terendah(nrr) if nrr else (),
        nilai_terendah=min(nilai.values()) if nilai else None,
        tertinggi=tertinggi(nrr) if nrr else (),
        nilai_tertinggi=max(nilai.values()) if nilai else None,
        nilai=nilai,
        konversi={u: bulatkan(konversi(x), 2) for u, x in nrr.items()},
        ada_rtl=ada_rtl,
        pelaksana=r.upp.pelaksana,
        rerata_anak=h is not None and h.jenis_baris is JenisBaris.RERATA_ANAK,
        luar_aplikasi=h is not None and h.sumber is Sumber.LUAR and h.ikm is not None,
        dihitung=r.dihitung,
    )


def _unsur(nrr: Mapping[Unsur, Fraction], rekap: tuple[BarisRekap, ...]) -> tuple[NilaiUnsur, ...]:
    """Ranked from the lowest up."""
    return tuple(
        NilaiUnsur(
            unsur=u,
            nrr=bulatkan(nrr[u], 2),
            konversi=bulatkan(konversi(nrr[u]), 2),
            mutu=mutu(konversi(nrr[u])),
            rank=rank,
            upp_terendah=sum(u in b.terendah for b in rekap if b.dihitung),
        )
        for rank, u in peringkat(nrr)
    )
