"""All facts of the annual report of one unit: every figure, list and comparison it needs, rounded as printed. No sentence."""

from dataclasses import dataclass, replace

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan, susun_fakta
from rtl_tracker.reports.tahunan.fakta_analisis import FaktaAnalisis
from rtl_tracker.reports.tahunan.fakta_besar import BarisBesar
from rtl_tracker.reports.tahunan.fakta_tren import susun_fakta_tren
from rtl_tracker.reports.upp.bahan import BahanUpp, persempit
from rtl_tracker.reports.upp.fakta_hasil import FaktaHasilUpp, margin_unit, susun_fakta_hasil_upp
from rtl_tracker.reports.upp.fakta_kekuatan import Kekuatan, susun_kekuatan
from rtl_tracker.reports.upp.fakta_profil import FaktaProfil, susun_fakta_profil
from rtl_tracker.reports.upp.fakta_simpulan import RekomendasiUpp, susun_rekomendasi
from rtl_tracker.reports.upp.fakta_tindak_lanjut import FaktaTindakLanjutUpp, susun_fakta_tindak_lanjut_upp

N_ANALISIS = 10
"""Below this number of questionnaires a distribution describes persons and a rank correlation says nothing."""
N_PROFIL = 5
"""Below this number of respondents a profile would describe persons (spec 1.11)."""


@dataclass(frozen=True, slots=True)
class FaktaUpp:
    """The facts by chapter. `setahun` are those of the unit as if it were an instansi of its own; `instansi` its settings.

    `periode`: periods and means where more than one was measured, else empty. `profil_ditahan`: there is a profile of so few
    respondents that it is not printed.
    """

    upp: Upp
    instansi: Pengaturan
    setahun: FaktaTahunan
    profil: FaktaProfil
    hasil: FaktaHasilUpp
    periode: tuple[BarisBesar, ...]
    kekuatan: tuple[Kekuatan, ...]
    tindak_lanjut: FaktaTindakLanjutUpp
    rekomendasi: tuple[RekomendasiUpp, ...]
    profil_ditahan: bool

    @property
    def nama(self) -> str:
        """Name of the unit."""
        return self.upp.nama

    @property
    def tahun(self) -> int:
        """Year of the report."""
        return self.setahun.tahun

    @property
    def pengaturan(self) -> Pengaturan:
        """The settings of the instansi under the name of the unit."""
        return self.setahun.pengaturan


def susun_fakta_upp(bahan: BahanUpp) -> FaktaUpp:
    """The facts of one unit. Its year must hold a result (an index or values of unsur)."""
    sempit = persempit(bahan.tahun, bahan.upp_id)
    setahun, ditahan = _setahun(sempit)
    hasil = susun_fakta_hasil_upp(bahan.tahun, sempit, bahan.upp_id, setahun.hasil.skala_nrr)
    tindak = susun_fakta_tindak_lanjut_upp(sempit, setahun.hasil.skala_nrr)
    unit = {r.upp.id: r.upp for r in bahan.tahun.rekap.upp}
    upp = unit[bahan.upp_id]
    induk = unit.get(upp.induk_id) if upp.induk_id is not None else None
    periode = tuple(b for b in setahun.hasil.besar if b.jenis != "instansi")
    return FaktaUpp(
        upp=upp,
        instansi=bahan.tahun.rekap.pengaturan,
        setahun=setahun,
        profil=susun_fakta_profil(upp, induk, len(hasil.anak), bahan.profil, bahan.layanan),
        hasil=hasil,
        periode=periode if len(hasil.kuesioner) > 1 else (),
        kekuatan=susun_kekuatan(setahun, hasil.banding),
        tindak_lanjut=tindak,
        rekomendasi=susun_rekomendasi(setahun, hasil, tindak),
        profil_ditahan=ditahan,
    )


def _setahun(sempit: BahanLaporan) -> tuple[FaktaTahunan, bool]:
    """The facts shared with the report of an instansi: with the margin of one unit, without its name in lists of saran and RTL.

    Also whether a part of the profile is held back because too few respondents filled it in.
    """
    cukup = {kolom: isi for kolom, isi in sempit.profil_responden.items() if sum(isi.values()) >= N_PROFIL}
    ditahan = any(isi for kolom, isi in sempit.profil_responden.items() if kolom not in cukup)
    f = susun_fakta(replace(sempit, profil_responden=cukup))
    populasi = next((b.populasi for b in f.pengumpulan.responden), None)
    margin = margin_unit(sempit.rekap.upp[0], sempit.rekap.pengaturan, populasi)
    hasil = replace(f.hasil, indeks=replace(f.hasil.indeks, margin=margin))
    tindak = replace(f.tindak_lanjut, belum=tuple(("", rtl) for _, rtl in f.tindak_lanjut.belum))
    return replace(
        f, hasil=hasil, analisis=_analisis(f.analisis), tren=susun_fakta_tren(sempit, hasil), tindak_lanjut=tindak
    ), ditahan


def _analisis(a: FaktaAnalisis) -> FaktaAnalisis:
    saran = a.saran
    if saran is not None:
        saran = replace(saran, per_unsur=tuple((u, tuple(("", teks) for _, teks in isi)) for u, isi in saran.per_unsur))
    cukup = a.univariat is not None and a.univariat.n >= N_ANALISIS
    return FaktaAnalisis(a.univariat if cukup else None, a.bivariat if cukup else None, saran)
