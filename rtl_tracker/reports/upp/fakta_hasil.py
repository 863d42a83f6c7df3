"""Facts of the results of the unit: questionnaires, periods, layanan, units below it, the year before. Rounded as printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.hasil import Hasil, JenisBaris
from rtl_tracker.domain.ikm import konversi, terendah
from rtl_tracker.domain.mutu import Mutu, mutu
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.sampel import margin_ikm
from rtl_tracker.domain.survei import gabungkan
from rtl_tracker.domain.tren import selisih_tercetak
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.domain.upp import urut_menurut_induk
from rtl_tracker.reports.tahunan.bahan import BahanLaporan
from rtl_tracker.reports.tahunan.fakta_besar import cetak_unsur
from rtl_tracker.reports.tahunan.fakta_hasil import BarisRekap, susun_fakta_hasil


@dataclass(frozen=True, slots=True)
class BarisKuesioner:
    """One measured period: users of the service, processed questionnaires, those without a blank (None = not known), method.

    `survei`: first and last day of the survey by the calendar; `disampaikan`: the day on which the dossier was first sent.
    """

    periode: Periode
    populasi: int | None
    n: int | None
    lengkap: int | None
    metode: str
    survei: tuple[date, date]
    batas: date
    disampaikan: date | None


@dataclass(frozen=True, slots=True)
class PeriodeNihil:
    """A period in which nobody was served or asked, and the reason where one was given."""

    periode: Periode
    alasan: str


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """The annual result of one layanan; `ikm` None = belum ada data. `nilai` as tables print them."""

    nama: str
    n: int | None
    nilai: Mapping[Unsur, Decimal]
    ikm: Decimal | None
    mutu: Mutu | None
    terendah: tuple[Unsur, ...]


@dataclass(frozen=True, slots=True)
class BandingUnsur:
    """Konversi of one unsur in the year before and in this year; `selisih` is the difference of the printed values."""

    unsur: Unsur
    lalu: Decimal
    kini: Decimal
    selisih: Decimal


@dataclass(frozen=True, slots=True)
class FaktaHasilUpp:
    """What the year of the unit holds besides the facts that it shares with the report of an instansi.

    `anak`: units below it, `kedalaman` 0 for those directly below. `rerata_anak`: the unit did not measure by itself.
    """

    kuesioner: tuple[BarisKuesioner, ...]
    nihil: tuple[PeriodeNihil, ...]
    kurang: tuple[Periode, ...]
    layanan: tuple[BarisLayanan, ...]
    anak: tuple[BarisRekap, ...]
    banding: tuple[BandingUnsur, ...]
    rerata_anak: bool
    luar_aplikasi: bool
    jumlah_unsur: int


def susun_fakta_hasil_upp(instansi: BahanLaporan, sempit: BahanLaporan, upp_id: int, skala_nrr: bool) -> FaktaHasilUpp:
    """The facts from the year of the instansi (for the units below) and the year narrowed to the unit."""
    r = sempit.rekap.upp[0]
    tahunan = r.tahunan
    return FaktaHasilUpp(
        kuesioner=tuple(_kuesioner(h, sempit) for h in r.terukur),
        nihil=_nihil(r, sempit),
        kurang=_kurang(r, sempit),
        layanan=_layanan(r, sempit.rekap.pengaturan, skala_nrr),
        anak=_anak(instansi, upp_id),
        banding=_banding(sempit),
        rerata_anak=tahunan is not None and tahunan.jenis_baris is JenisBaris.RERATA_ANAK,
        luar_aplikasi=tahunan is not None and not tahunan.nrr and tahunan.ikm is not None,
        jumlah_unsur=len(tahunan.nrr) if tahunan is not None else 0,
    )


def margin_unit(r: RekapUpp, pengaturan: Pengaturan, populasi: int | None) -> Decimal | None:
    """95 % margin of the IKM in index points (spec 1.6), with the finite population factor where the users are known.

    None unless every measured period has answers.
    """
    tabulasi = [h.tabulasi for h in r.terukur if h.tabulasi is not None]
    if not tabulasi or len(tabulasi) < len(r.terukur):
        return None
    return bulatkan_bila_ada(margin_ikm(gabungkan(tabulasi), pengaturan.bobot, populasi))


def _kuesioner(h: Hasil, bahan: BahanLaporan) -> BarisKuesioner:
    berkas = next((p for p in bahan.penyampaian if p.periode is h.periode), None)
    saat = None if berkas is None else berkas.pertama_dikirim
    jadwal = bahan.kalender[h.periode]
    return BarisKuesioner(
        periode=h.periode,
        populasi=h.populasi,
        n=h.n,
        lengkap=None if h.tabulasi is None else h.tabulasi.n_lengkap,
        metode=h.metode.strip(),
        survei=(jadwal.survei_mulai, jadwal.survei_selesai),
        batas=jadwal.kirim_batas,
        disampaikan=None if saat is None else saat.date(),
    )


def _nihil(r: RekapUpp, bahan: BahanLaporan) -> tuple[PeriodeNihil, ...]:
    alasan = {p.periode: p.alasan_nihil.strip() for p in bahan.penyampaian if p.nihil}
    kosong = {h.periode for h in r.kosong if h.n == 0 and h.layanan is None} | set(alasan)
    terukur = {h.periode for h in r.terukur}
    return tuple(PeriodeNihil(p, alasan.get(p, "")) for p in Periode if p in kosong - terukur)


def _kurang(r: RekapUpp, bahan: BahanLaporan) -> tuple[Periode, ...]:
    """Owed periods of a declared frequency without a result; nihil is an answer too."""
    if r.upp.frekuensi is None or not r.terukur:
        return ()
    nihil = {n.periode for n in _nihil(r, bahan)}
    return tuple(p for p in r.upp.periode_wajib if p not in r.hasil and p not in nihil)


def _layanan(r: RekapUpp, pengaturan: Pengaturan, skala_nrr: bool) -> tuple[BarisLayanan, ...]:
    """The layanan by name; one that nobody answered stands without an index."""
    kosong = {h.layanan for h in r.kosong if h.layanan is not None}
    baris = []
    for nama in sorted({*r.layanan, *kosong}, key=str.casefold):
        h = r.layanan.get(nama, {}).get(Periode.TAHUNAN)
        ikm = None if h is None else bulatkan_bila_ada(h.ikm, pengaturan.desimal_ikm)
        nrr = {} if h is None else h.nrr
        baris.append(
            BarisLayanan(
                nama=nama,
                n=0 if h is None else h.n,
                nilai={u: cetak_unsur(x, skala_nrr) for u, x in nrr.items()},
                ikm=ikm,
                mutu=None if ikm is None else mutu(ikm),
                terendah=terendah(nrr) if nrr else (),
            )
        )
    return tuple(baris)


def _anak(instansi: BahanLaporan, upp_id: int) -> tuple[BarisRekap, ...]:
    """Every unit below, in the order of the tree, numbered from 1."""
    urut = urut_menurut_induk([r.upp for r in instansi.rekap.upp])
    letak = next(i for i, (_, unit) in enumerate(urut) if unit.id == upp_id)
    awal, bawah = urut[letak][0], []
    for kedalaman, unit in urut[letak + 1 :]:
        if kedalaman <= awal:
            break
        bawah.append((kedalaman - awal - 1, unit.id))
    if not bawah:
        return ()
    baris = {b.upp_id: b for b in susun_fakta_hasil(instansi).rekap}
    return tuple(replace(baris[id_], no=no, kedalaman=d) for no, (d, id_) in enumerate(bawah, start=1))


def _banding(bahan: BahanLaporan) -> tuple[BandingUnsur, ...]:
    """The unsur that have a value in both years, in the order of the regulation."""
    kini, lalu = _nrr_tahunan(bahan.rekap.upp), _nrr_tahunan(bahan.rekap_lalu.upp if bahan.rekap_lalu is not None else ())
    hasil = []
    for unsur in Unsur:
        sekarang, sebelum = kini.get(unsur), lalu.get(unsur)
        beda = selisih_tercetak(sekarang, sebelum)
        if sekarang is not None and sebelum is not None and beda is not None:
            hasil.append(BandingUnsur(unsur, sebelum, sekarang, beda))
    return tuple(hasil)


def _nrr_tahunan(unit: Sequence[RekapUpp]) -> dict[Unsur, Decimal]:
    tahunan = unit[0].tahunan if unit else None
    return {} if tahunan is None else {u: bulatkan(konversi(x), 2) for u, x in tahunan.nrr.items()}
