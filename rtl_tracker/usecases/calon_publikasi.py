"""What would be published of a period now: accepted results only, with the units left out and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from sqlalchemy.orm import Session

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.hasil import JenisBaris
from rtl_tracker.domain.ikm import konversi
from rtl_tracker.domain.mutu import mutu
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.profil import AMBANG_SEL
from rtl_tracker.domain.publikasi import (
    AngkaTerbit,
    IsiPublikasi,
    ProfilTerbit,
    Sebab,
    UnitTanpa,
    UnsurTerbit,
    isi_sebagai_json,
    sidik_isi,
)
from rtl_tracker.domain.rekap import DataTahun, RekapTahun, RekapUpp, susun_rekap
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.reports.lembar_ikm.fakta import (
    BahanLembar,
    FaktaLembar,
    fakta_instansi,
    fakta_unit,
    periode_terukur,
)
from rtl_tracker.storage.data_tahun import muat_data_tahun
from rtl_tracker.storage.penyampaian_repository import list_penyampaian
from rtl_tracker.usecases.dokumen_lembar_ikm import muat_lembar
from rtl_tracker.usecases.lingkungan_dokumen import LingkunganDokumen

Berkas = Mapping[tuple[int, Periode], Penyampaian]
SELESAI = frozenset({StatusPenyampaian.BELUM, StatusPenyampaian.DITERIMA})
"""A result without a dossier came as a workbook: it counts as accepted."""


@dataclass(frozen=True, slots=True)
class CalonPublikasi:
    """What would be published, and the facts of its sheets in the same order. `ditahan`: dossiers that keep a unit out, by unit.

    `berisi`: periods of the year in which there is any result; `indeks_semua`: the index over everything stored, where the units
    left out change it.
    """

    isi: IsiPublikasi
    lembar: tuple[FaktaLembar, ...]
    ditahan: Mapping[int, tuple[Penyampaian, ...]]
    berisi: tuple[Periode, ...]
    indeks_semua: Decimal | None

    @property
    def sidik(self) -> str:
        """SHA-256 of the figures: equal candidates have equal ones."""
        return sidik_isi(isi_sebagai_json(self.isi))


def susun_calon(session: Session, tahun: int, periode: Periode, lingkungan: LingkunganDokumen) -> CalonPublikasi:
    """Compute the candidate in a fixed number of queries."""
    data = muat_data_tahun(session, tahun)
    semua = susun_rekap(data)
    berkas = {(b.upp_id, b.periode): b for b in list_penyampaian(session, tahun)}
    ditahan = _ditahan(semua, periode, berkas)
    rekap = susun_rekap(_tanpa_unit(data, ditahan)) if ditahan else semua
    bahan = muat_lembar(session, rekap, lingkungan)
    urut = {u.id: i for i, (_, u) in enumerate(urut_menurut_induk([r.upp for r in rekap.upp]))}
    unit = sorted(rekap.upp, key=lambda r: urut[r.upp.id])
    lembar = [(r, f) for r in unit if (f := fakta_unit(bahan, r, periode)) is not None]
    pokok = fakta_instansi(bahan, periode)
    isi = _isi(bahan, periode, pokok, lembar, tuple(_tanpa(unit, {r.upp.id for r, _ in lembar}, ditahan, berkas, periode)))
    return CalonPublikasi(
        isi=isi,
        lembar=(*([pokok] if pokok is not None else []), *(f for _, f in lembar)),
        ditahan=ditahan,
        berisi=tuple(p for p in Periode if any(p in r.hasil and r.hasil[p].ikm is not None for r in semua.upp)),
        indeks_semua=_indeks_semua(semua, isi),
    )


def _indeks_semua(semua: RekapTahun, isi: IsiPublikasi) -> Decimal | None:
    indeks = semua.instansi.get(isi.periode)
    if indeks is None or indeks.ikm is None:
        return None
    nilai = bulatkan(indeks.ikm, isi.desimal)
    return nilai if isi.indeks is None or isi.indeks.ikm != nilai else None


def _ditahan(rekap: RekapTahun, periode: Periode, berkas: Berkas) -> dict[int, tuple[Penyampaian, ...]]:
    """Dossiers that are not accepted, by the unit whose result of the period rests on them; a parent is kept out with a child."""
    hasil: dict[int, tuple[Penyampaian, ...]] = {}
    induk = [r for r in rekap.upp if periode in r.hasil and r.hasil[periode].jenis_baris is JenisBaris.RERATA_ANAK]
    for r in rekap.upp:
        if periode in r.hasil:
            kunci = [(r.upp.id, p) for p in periode_terukur(r, periode)]
            terbuka = tuple(berkas[k] for k in kunci if k in berkas and berkas[k].status not in SELESAI)
            if terbuka:
                hasil[r.upp.id] = terbuka
    for r in induk:
        milik_anak = tuple(b for a in rekap.upp if a.upp.induk_id == r.upp.id for b in hasil.get(a.upp.id, ()))
        if milik_anak:
            hasil[r.upp.id] = milik_anak
    return hasil


def _tanpa_unit(data: DataTahun, ditahan: Mapping[int, object]) -> DataTahun:
    """The year without the results of these units."""
    return replace(
        data,
        hasil=tuple(b for b in data.hasil if b.upp_id not in ditahan),
        tabulasi={k: t for k, t in data.tabulasi.items() if k[0] not in ditahan},
    )


def _isi(
    bahan: BahanLembar,
    periode: Periode,
    pokok: FaktaLembar | None,
    lembar: list[tuple[RekapUpp, FaktaLembar]],
    tanpa: tuple[UnitTanpa, ...],
) -> IsiPublikasi:
    p, jadwal = bahan.rekap.pengaturan, bahan.kalender[periode]
    indeks = bahan.rekap.instansi.get(periode)
    return IsiPublikasi(
        instansi=p.nama,
        istilah_unit=p.istilah_unit,
        tahun=bahan.rekap.tahun,
        periode=periode,
        mulai=jadwal.survei_mulai,
        selesai=jadwal.survei_selesai,
        bobot=p.bobot,
        agregasi=p.agregasi,
        desimal=p.desimal_ikm,
        indeks=None if pokok is None or indeks is None else _angka(pokok, "", indeks.nrr),
        unit=tuple(_angka(f, r.upp.kelompok_cetak, r.hasil[periode].nrr) for r, f in lembar),
        tanpa=tanpa,
    )


def _angka(f: FaktaLembar, kelompok: str, nrr: Mapping[Unsur, Fraction]) -> AngkaTerbit:
    """Rounded as printed. Nine unsur of fewer than five people would tell of single answers: they stay out."""
    nilai = {u: bulatkan(konversi(nrr[u]), 2) for u in Unsur if u in nrr}
    sedikit = f.n is not None and f.n < AMBANG_SEL
    return AngkaTerbit(
        upp_id=f.upp_id,
        nama=f.unit or f.instansi,
        kelompok=kelompok,
        ikm=f.ikm,
        mutu=f.mutu,
        n=f.n,
        banyak_unit=f.banyak_unit,
        bagian=f.bagian,
        unsur={} if sedikit else {u: UnsurTerbit(x, mutu(x)) for u, x in nilai.items()},
        profil=tuple(ProfilTerbit(x.indikator, x.kelompok, x.digabung) for x in f.profil),
    )


def _tanpa(
    unit: list[RekapUpp], terbit: set[int], ditahan: Mapping[int, object], berkas: Berkas, periode: Periode
) -> Iterator[UnitTanpa]:
    for r in unit:
        if r.upp.id not in terbit:
            yield UnitTanpa(r.upp.id, r.upp.nama, _sebab(r, ditahan, berkas, periode))


def _sebab(r: RekapUpp, ditahan: Mapping[int, object], berkas: Berkas, periode: Periode) -> Sebab:
    if r.upp.id in ditahan:
        return Sebab.BELUM_DITERIMA
    sendiri = [b for (upp_id, p), b in berkas.items() if upp_id == r.upp.id and periode in (p, Periode.TAHUNAN)]
    if r.nihil or any(b.nihil for b in sendiri):
        return Sebab.NIHIL
    if periode is not Periode.TAHUNAN and r.upp.frekuensi is not None and periode not in r.upp.periode_wajib:
        return Sebab.TIDAK_WAJIB
    return Sebab.BELUM_ADA_HASIL
