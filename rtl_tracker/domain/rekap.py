"""The whole year of an instansi in one computed picture: every result, mean, realisasi and the index (spec 1.5, 1.9)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from rtl_tracker.domain.agregasi import IkmInstansi, ikm_instansi
from rtl_tracker.domain.angka import rerata
from rtl_tracker.domain.hasil import BarisHasil, Hasil, JenisBaris, Sumber, hasil_terukur
from rtl_tracker.domain.ikm import ikm_dari_unsur
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import Periode, semester_dari
from rtl_tracker.domain.realisasi import (
    Realisasi,
    RealisasiInstansi,
    realisasi_instansi,
    realisasi_rtl,
    susun_realisasi_tahun,
)
from rtl_tracker.domain.rerata_hasil import rerata_hasil, rerata_tahun
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.survei import Tabulasi, gabungkan
from rtl_tracker.domain.upp import Upp, anak_langsung

KunciHasil = tuple[int, str | None, Periode]
RtlUnit = tuple[list[Rtl], list[Rtl]]
"""The RTL of one unit: born this year, born the year before."""


@dataclass(frozen=True, slots=True)
class DataTahun:
    """Everything stored about one year, as plain values. `tabulasi` is keyed by (upp_id, layanan, periode).

    `rtl` are the RTL born this year, `rtl_lalu` those of the year before (their realisasi belongs to this year's rows).
    """

    tahun: int
    pengaturan: Pengaturan
    upp: tuple[Upp, ...]
    hasil: tuple[BarisHasil, ...]
    tabulasi: Mapping[KunciHasil, Tabulasi]
    rtl: tuple[Rtl, ...] = ()
    rtl_lalu: tuple[Rtl, ...] = ()


@dataclass(frozen=True, slots=True)
class RekapUpp:
    """One UPP: its results per period (measured and means), per layanan, the printed mean rows, and its realisasi.

    `nihil`: a row was handed in, but nobody was served or answered (n = 0). `dirata`: the results of layanan behind a
    period that is only their mean; whoever pools respondents pools these.
    """

    upp: Upp
    hasil: Mapping[Periode, Hasil]
    layanan: Mapping[str, Mapping[Periode, Hasil]]
    cetak_rata: Mapping[Periode, BarisHasil]
    realisasi: Mapping[Periode, Realisasi]
    nihil: bool = False
    kosong: tuple[Hasil, ...] = ()
    dirata: Mapping[Periode, Sequence[Hasil]] = field(default_factory=dict)

    @property
    def tahunan(self) -> Hasil | None:
        """The annual result; None when nothing was measured."""
        return self.hasil.get(Periode.TAHUNAN)

    @property
    def terukur(self) -> list[Hasil]:
        """The measured periods in the order of the year."""
        return [self.hasil[p] for p in Periode if p in self.hasil and self.hasil[p].jenis_baris is JenisBaris.TERUKUR]

    @property
    def dihitung(self) -> bool:
        """Whether the unit counts in the index: measured by itself, with an index, and not excluded."""
        tahunan = self.tahunan
        return (
            self.upp.ikut_rerata
            and tahunan is not None
            and tahunan.ikm is not None
            and tahunan.jenis_baris is not JenisBaris.RERATA_ANAK
        )


@dataclass(frozen=True, slots=True)
class RekapTahun:
    """The computed year: `upp` in stored order, the instansi per period, realisasi of the instansi per period."""

    tahun: int
    pengaturan: Pengaturan
    upp: tuple[RekapUpp, ...]
    instansi: Mapping[Periode, IkmInstansi]
    realisasi: Mapping[Periode, RealisasiInstansi]

    @property
    def tahunan(self) -> IkmInstansi:
        """The annual index of the instansi."""
        return self.instansi[Periode.TAHUNAN]


def susun_rekap(data: DataTahun) -> RekapTahun:
    """Compute everything that is shown of a year. Pure: the same data give the same picture."""
    per_upp = _per_upp(data)
    rtl, rtl_lalu = _rtl_menurut_upp(data.rtl), _rtl_menurut_upp(data.rtl_lalu)
    rekap = [
        _rekap_upp(unit, per_upp.get(unit.id, []), data, (rtl.get(unit.id, []), rtl_lalu.get(unit.id, []))) for unit in data.upp
    ]
    rekap = _isi_induk(rekap)
    ada = {p for r in rekap for p in r.hasil} | {Periode.TAHUNAN}
    return RekapTahun(
        tahun=data.tahun,
        pengaturan=data.pengaturan,
        upp=tuple(rekap),
        instansi={p: _instansi(rekap, p, data.pengaturan) for p in Periode if p in ada},
        realisasi={p: realisasi_instansi(_realisasi_periode(rekap, p)) for p in Periode if p in ada},
    )


def _per_upp(data: DataTahun) -> dict[int, list[BarisHasil]]:
    """Rows per UPP; answers without a row of their own get an empty one, so that they are results too."""
    kunci = {(b.upp_id, b.layanan, b.periode) for b in data.hasil if not b.rata}
    tambahan = [BarisHasil(upp_id=u, layanan=lay, periode=p) for u, lay, p in data.tabulasi if (u, lay, p) not in kunci]
    per_upp: dict[int, list[BarisHasil]] = {}
    for baris in [*data.hasil, *tambahan]:
        per_upp.setdefault(baris.upp_id, []).append(baris)
    return per_upp


def _rtl_menurut_upp(rtl: Iterable[Rtl]) -> dict[int | None, list[Rtl]]:
    per_upp: dict[int | None, list[Rtl]] = {}
    for satu in rtl:
        per_upp.setdefault(satu.upp_id, []).append(satu)
    return per_upp


def pisahkan(
    baris: Iterable[BarisHasil], berjawaban: Callable[[BarisHasil], bool]
) -> tuple[list[BarisHasil], dict[Periode, BarisHasil]]:
    """Measured rows and printed means: RATA_ rows, and TAHUNAN beside measured periods of the same UPP (spec 5.4).

    A blank row of a period was not measured. Answers given for the whole year are no printed mean, and neither is the
    annual row of a layanan while only other layanan have periods.
    """
    daftar = list(baris)
    berperiode = {
        b.layanan for b in daftar if not b.rata and b.periode is not Periode.TAHUNAN and (berjawaban(b) or not b.kosong)
    }
    terukur: list[BarisHasil] = []
    cetak: dict[Periode, BarisHasil] = {}
    for b in daftar:
        beserta_periode = berperiode if b.layanan is None else berperiode & {None, b.layanan}
        if b.rata or (b.periode is Periode.TAHUNAN and beserta_periode and not berjawaban(b)):
            if b.layanan is None:
                cetak[b.periode] = b
        else:
            terukur.append(b)
    return terukur, cetak


def _rekap_upp(unit: Upp, baris: Sequence[BarisHasil], data: DataTahun, rtl: RtlUnit) -> RekapUpp:
    terukur, cetak = pisahkan(baris, lambda b: (b.upp_id, b.layanan, b.periode) in data.tabulasi)
    hasil = [hasil_terukur(b, data.tabulasi.get((b.upp_id, b.layanan, b.periode)), data.pengaturan) for b in terukur]
    per_layanan: dict[str, dict[Periode, Hasil]] = {}
    utuh: dict[Periode, Hasil] = {}
    for h in hasil:
        if h.layanan is None:
            utuh[h.periode] = h
        else:
            per_layanan.setdefault(h.layanan, {})[h.periode] = h
    dirata: dict[Periode, list[Hasil]] = {}
    for periode in Periode:
        bagian = [per[periode] for per in per_layanan.values() if periode in per]
        if bagian:
            sendiri = utuh.get(periode)
            utuh[periode] = _gabung_layanan(sendiri, bagian, data.pengaturan)
            if utuh[periode] is not sendiri and utuh[periode].tabulasi is None:
                dirata[periode] = bagian
    aturan = data.pengaturan.rerata_periode
    return RekapUpp(
        upp=unit,
        hasil=rerata_tahun(utuh, aturan),
        layanan={nama: rerata_tahun(per, aturan) for nama, per in per_layanan.items()},
        cetak_rata=cetak,
        realisasi=_realisasi_upp(_realisasi_tercetak(hasil), utuh, cetak, rtl),
        nihil=bool(baris) and all(b.jumlah_responden == 0 for b in baris),
        dirata=dirata,
        kosong=tuple(h for h in hasil if h.ikm is None and not h.nrr),
    )


def _gabung_layanan(utuh: Hasil | None, bagian: Sequence[Hasil], pengaturan: Pengaturan) -> Hasil:
    """A unit with layanan: pooled answers; with recap rows only, its own row if given, else the mean of the layanan.

    A layanan that nobody answered (n = 0) stands in the way of neither.
    """
    semua = [*bagian, utuh] if utuh is not None and utuh.tabulasi is not None else list(bagian)
    berisi = [h for h in semua if h.nrr or h.ikm is not None]
    berjawaban = [h.tabulasi for h in berisi if h.tabulasi is not None]
    dasar = utuh or replace(rerata_hasil(bagian, bagian[0].periode, JenisBaris.TERUKUR), populasi=_jumlah_populasi(bagian))
    if berjawaban and len(berjawaban) == len(berisi):
        tabulasi = gabungkan(berjawaban)
        nrr = tabulasi.nrr()
        ikm = ikm_dari_unsur(nrr, pengaturan.bobot, pengaturan.pembulatan_tertimbang)
        return replace(dasar, sumber=Sumber.JAWABAN, nrr=nrr, ikm=ikm, ikm_hitung=ikm, n=tabulasi.n, tabulasi=tabulasi)
    if utuh is not None and not utuh.nrr and utuh.ikm is None:
        return rerata_hasil(bagian, bagian[0].periode, JenisBaris.TERUKUR)
    return dasar


def _jumlah_populasi(bagian: Sequence[Hasil]) -> int | None:
    """Users of all layanan together; None when one is unknown."""
    diketahui = [h.populasi for h in bagian if h.populasi is not None]
    return sum(diketahui) if len(diketahui) == len(bagian) else None


def _realisasi_tercetak(hasil: Iterable[Hasil]) -> dict[Periode, Fraction]:
    """Printed realisasi per measured period: of the unit's own row, else the mean of its layanan that have one."""
    milik_unit: dict[Periode, Fraction] = {}
    milik_layanan: dict[Periode, list[Fraction]] = {}
    for h in hasil:
        if h.realisasi_tercetak is None:
            continue
        if h.layanan is None:
            milik_unit[h.periode] = Fraction(h.realisasi_tercetak)
        else:
            milik_layanan.setdefault(h.periode, []).append(Fraction(h.realisasi_tercetak))
    return {p: rata for p, nilai in milik_layanan.items() if (rata := rerata(nilai)) is not None} | milik_unit


def _realisasi_upp(
    tercetak: Mapping[Periode, Fraction],
    diukur: Iterable[Periode],
    cetak: Mapping[Periode, BarisHasil],
    rtl: RtlUnit,
) -> dict[Periode, Realisasi]:
    """Realisasi in the row of a period = of the RTL born from the unit's previous measured period."""
    urutan = sorted(diukur, key=list(Periode).index)
    hasil: dict[Periode, Realisasi] = {}
    for i, periode in enumerate(urutan):
        asal = [r for r in rtl[0] if r.periode is urutan[i - 1]] if i else _rtl_tahun_lalu(rtl[1], periode)
        hasil[periode] = realisasi_rtl(asal, tercetak.get(periode))
    cetak_rata = {p: Fraction(b.realisasi_tercetak) for p, b in cetak.items() if b.realisasi_tercetak is not None}
    return susun_realisasi_tahun(hasil, cetak_rata)


def _rtl_tahun_lalu(milik: list[Rtl], periode: Periode) -> list[Rtl]:
    """The unit's RTL of the year before: all of them for an annual row, else those of the last period that has any."""
    if periode is Periode.TAHUNAN or not milik:
        return milik
    terakhir = [p for p in Periode if any(r.periode is p for r in milik)][-1]
    return [r for r in milik if r.periode is terakhir]


def _isi_induk(rekap: list[RekapUpp]) -> list[RekapUpp]:
    """A parent without a survey of its own shows the mean of its children, marked, and does not count."""
    per_id = {r.upp.id: r for r in rekap}
    unit = [r.upp for r in rekap]
    hasil = []
    for r in rekap:
        anak = [per_id[u.id] for u in anak_langsung(unit, r.upp.id)]
        if not r.hasil and any(a.hasil for a in anak):
            r = replace(r, hasil=_rerata_anak(r.upp.id, anak))
        hasil.append(r)
    return hasil


def _rerata_anak(upp_id: int, anak: Sequence[RekapUpp]) -> dict[Periode, Hasil]:
    hasil: dict[Periode, Hasil] = {}
    for periode in Periode:
        bagian = [a.hasil[periode] for a in anak if periode in a.hasil]
        if bagian:
            hasil[periode] = replace(rerata_hasil(bagian, periode, JenisBaris.RERATA_ANAK), upp_id=upp_id)
    return hasil


def _instansi(rekap: Sequence[RekapUpp], periode: Periode, pengaturan: Pengaturan) -> IkmInstansi:
    hitung = [r for r in rekap if r.dihitung and periode in r.hasil]
    setahun = periode is Periode.TAHUNAN
    diukur = [(r, h) for r in hitung for h in r.terukur if setahun or _di_dalam(h.periode, periode)]
    terukur = [bagian for r, h in diukur for bagian in r.dirata.get(h.periode, [h])]
    return ikm_instansi([r.hasil[periode] for r in hitung], terukur, pengaturan)


def _di_dalam(bagian: Periode, periode: Periode) -> bool:
    return bagian is periode or semester_dari(bagian) is periode


def _realisasi_periode(rekap: Sequence[RekapUpp], periode: Periode) -> dict[int, Realisasi]:
    """Realisasi of the units that count and have a result in the period; one without a figure is "belum dilaporkan"."""
    return {r.upp.id: r.realisasi.get(periode, Realisasi()) for r in rekap if r.dihitung and periode in r.hasil}
