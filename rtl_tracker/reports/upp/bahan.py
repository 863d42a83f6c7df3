"""What the annual report of one unit is made from, and the year narrowed to that unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rtl_tracker.domain.agregasi import IkmInstansi
from rtl_tracker.domain.pengaturan import AgregasiInstansi, AgregasiRealisasi
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import Realisasi, realisasi_instansi
from rtl_tracker.domain.rekap import RekapTahun, RekapUpp
from rtl_tracker.reports.tahunan.bahan import BahanLaporan, Lembar

DIGIT_NOMOR = 6


@dataclass(frozen=True, slots=True)
class LayananUpp:
    """One kind of service with its standard, as texts; empty = not given."""

    nama: str
    biaya: str = ""
    standar_waktu: str = ""


@dataclass(frozen=True, slots=True)
class BahanUpp:
    """Plain values, loaded once.

    `tahun` is the year of the whole instansi in which pola, profil_responden, saran and lembar are those of the unit alone.
    `profil`: (key, text) of the unit as the sheet `profil` has them, in the order in which they were handed in.
    """

    upp_id: int
    tahun: BahanLaporan
    profil: tuple[tuple[str, str], ...] = ()
    layanan: tuple[LayananUpp, ...] = ()

    @property
    def rekap(self) -> RekapUpp:
        """The computed year of the unit."""
        return next(r for r in self.tahun.rekap.upp if r.upp.id == self.upp_id)


def persempit(bahan: BahanLaporan, upp_id: int) -> BahanLaporan:
    """The year as if the unit were the whole instansi: its name, its index, its history, its RTL, its dossiers.

    So the facts, charts and sentences of the annual report of the instansi hold for one unit too. The unit counts here even
    when it is left out of the means of its instansi.
    """
    milik = {tahun: x for (pemilik, tahun), x in bahan.riwayat.items() if pemilik == upp_id}
    riwayat: dict[tuple[int | None, int], Decimal] = {(kunci, t): x for kunci in (None, upp_id) for t, x in milik.items()}
    return replace(
        bahan,
        rekap=_satu_unit(bahan.rekap, upp_id),
        rekap_lalu=None if bahan.rekap_lalu is None else _satu_unit(bahan.rekap_lalu, upp_id),
        rtl=tuple(r for r in bahan.rtl if r.upp_id == upp_id),
        rtl_lalu=tuple(r for r in bahan.rtl_lalu if r.upp_id == upp_id),
        riwayat=riwayat,
        saran=tuple(satu for satu in bahan.saran if satu[0] == upp_id),
        lembar={kunci: bernomor(isi) for kunci, isi in bahan.lembar.items() if kunci[0] == upp_id},
        data_contoh=any(r.data_contoh for r in (*bahan.rtl, *bahan.rtl_lalu) if r.upp_id == upp_id),
        penyampaian=tuple(p for p in bahan.penyampaian if p.upp_id == upp_id),
    )


def bernomor(lembar: Sequence[Lembar]) -> tuple[Lembar, ...]:
    """The questionnaires under a plain number: what is no short number (a name, an NIK) gives way to the running one."""
    return tuple(
        (nomor if nomor.isascii() and nomor.isdigit() and len(nomor) <= DIGIT_NOMOR else str(urut), isi)
        for urut, (nomor, isi) in enumerate(lembar, start=1)
    )


def _satu_unit(rekap: RekapTahun, upp_id: int) -> RekapTahun:
    unit = tuple(replace(r, upp=replace(r.upp, ikut_rerata=True)) for r in rekap.upp if r.upp.id == upp_id)
    pengaturan = replace(
        rekap.pengaturan,
        nama=unit[0].upp.nama if unit else rekap.pengaturan.nama,
        agregasi=AgregasiInstansi.RERATA_UPP,
        agregasi_realisasi=AgregasiRealisasi.RERATA_UPP,
    )
    periode = [p for p in Periode if p is Periode.TAHUNAN or any(p in r.hasil or p in r.realisasi for r in unit)]
    return RekapTahun(
        tahun=rekap.tahun,
        pengaturan=pengaturan,
        upp=unit,
        instansi={p: _indeks(unit, p) for p in periode},
        realisasi={p: realisasi_instansi({r.upp.id: r.realisasi.get(p, Realisasi()) for r in unit}) for p in periode},
    )


def _indeks(unit: Sequence[RekapUpp], periode: Periode) -> IkmInstansi:
    """The result of the unit in the place of the index of an instansi."""
    hasil = next((r.hasil[periode] for r in unit if periode in r.hasil), None)
    aturan = AgregasiInstansi.RERATA_UPP
    if hasil is None:
        return IkmInstansi(None, aturan, {}, {}, None, 0)
    return IkmInstansi(hasil.ikm, aturan, {aturan: hasil.ikm}, hasil.nrr, hasil.n, 1)
