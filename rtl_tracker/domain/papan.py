"""The board: what became of every period that an UPP owes. Late, missing and nihil are three things (spec 2.2, 2.3)."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.kalender import Jadwal
from rtl_tracker.domain.penyampaian import Penyampaian, StatusPenyampaian, hari_terlambat
from rtl_tracker.domain.periode import TRIWULAN_SEMESTER, Periode
from rtl_tracker.domain.upp import Upp, urut_menurut_induk

Kunci = tuple[int, Periode]


class KodeSel(StrEnum):
    """What a cell says. The states of a dossier, and what there is to say where no dossier was begun."""

    TIDAK_WAJIB = "tidak_wajib"
    BELUM_WAKTUNYA = "belum_waktunya"
    BELUM = "belum"
    DRAF = "draf"
    DIKIRIM = "dikirim"
    DIKEMBALIKAN = "dikembalikan"
    DITERIMA = "diterima"
    HASIL_DIIMPOR = "hasil_diimpor"


class TandaSel(StrEnum):
    """What a cell may say besides: a mark goes with any state."""

    TERLAMBAT = "terlambat"
    NIHIL = "nihil"


@dataclass(frozen=True, slots=True)
class Sel:
    """One UPP and period. `wajib`: owed by the unit's frequency; `waktunya`: sending has begun; `hari_terlambat` in days.

    `ada_hasil`, `ada_rtl`: stored for this period, whatever its state.
    """

    periode: Periode
    kode: KodeSel
    batas: date
    wajib: bool = True
    waktunya: bool = True
    nihil: bool = False
    hari_terlambat: int = 0
    ada_hasil: bool = False
    ada_rtl: bool = False
    alasan_kembali: str = ""

    @property
    def semua_kode(self) -> frozenset[str]:
        """The state and the marks: what a filter may ask for."""
        tanda = {TandaSel.TERLAMBAT: self.hari_terlambat > 0, TandaSel.NIHIL: self.nihil}
        return frozenset({self.kode.value, *(t.value for t, ada in tanda.items() if ada)})

    @property
    def tertunggak(self) -> bool:
        """Whether the unit has to do something now: send what is owed, or mend what was returned."""
        if self.kode is KodeSel.DIKEMBALIKAN:
            return True
        return self.wajib and self.waktunya and self.kode in (KodeSel.BELUM, KodeSel.DRAF)

    @property
    def lewat_batas(self) -> bool:
        """Whether the due date has passed and the unit still has to do something."""
        return self.tertunggak and self.hari_terlambat > 0


@dataclass(frozen=True, slots=True)
class BarisPapan:
    """One UPP with its cells. `kedalaman` below its induk, whose name is `induk`."""

    upp: Upp
    kedalaman: int
    induk: str | None
    sel: Mapping[Periode, Sel]

    @property
    def paling_terlambat(self) -> int:
        """Most days late of what the unit still has to do; 0 = nothing is overdue."""
        return max((s.hari_terlambat for s in self.sel.values() if s.lewat_batas), default=0)


@dataclass(frozen=True, slots=True)
class BahanPapan:
    """What the board of a year is made from, by UPP and period. `hasil` says of a stored result whether it is nihil (n = 0)."""

    tahun: int
    upp: tuple[Upp, ...]
    kalender: Mapping[Periode, Jadwal]
    penyampaian: Mapping[Kunci, Penyampaian] = field(default_factory=dict)
    hasil: Mapping[Kunci, bool] = field(default_factory=dict)
    rtl: Set[Kunci] = frozenset()


def hasil_per_periode(baris: Iterable[BarisHasil], berjawaban: Set[Kunci]) -> dict[Kunci, bool]:
    """Where a result is stored, and whether it says that nobody was served (n = 0).

    A blank row and a printed mean are none; an annual row beside measured periods is a printed mean unless it has answers.
    """
    ada: dict[Kunci, bool] = dict.fromkeys(berjawaban, False)
    for b in baris:
        if not b.rata and (b.jumlah_responden == 0 or not b.kosong):
            kunci = (b.upp_id, b.periode)
            ada[kunci] = ada.get(kunci, True) and b.jumlah_responden == 0
    berperiode = {upp_id for upp_id, periode in ada if periode is not Periode.TAHUNAN}
    rerata = {(upp_id, Periode.TAHUNAN) for upp_id in berperiode} - berjawaban
    return {kunci: nihil for kunci, nihil in ada.items() if kunci not in rerata}


def periode_terutang(bahan: BahanPapan) -> dict[int, frozenset[Periode]]:
    """The periods that every unit owes. A parent without a survey of its own owes none: its children measure."""
    induk = {u.induk_id for u in bahan.upp}
    bersurvei = {upp_id for upp_id, _ in (*bahan.hasil, *bahan.penyampaian)}
    return {u.id: frozenset() if u.id in induk - bersurvei else frozenset(u.periode_wajib) for u in bahan.upp}


def susun_papan(bahan: BahanPapan, hari_ini: date) -> tuple[BarisPapan, ...]:
    """The board, every unit below its induk. Its columns are the periods that a unit owes or has anything in."""
    wajib = periode_terutang(bahan)
    terpakai = {p for milik in wajib.values() for p in milik} | {p for _, p in (*bahan.hasil, *bahan.penyampaian)}
    kolom = [p for p in Periode if p in terpakai]
    nama = {u.id: u.nama for u in bahan.upp}
    return tuple(
        BarisPapan(
            upp=u,
            kedalaman=kedalaman,
            induk=nama.get(u.induk_id) if u.induk_id is not None else None,
            sel={p: _sel(u.id, p, p in wajib[u.id], bahan, hari_ini) for p in kolom},
        )
        for kedalaman, u in urut_menurut_induk(bahan.upp)
    )


def kolom_papan(baris: Sequence[BarisPapan]) -> tuple[Periode, ...]:
    """The columns of the board."""
    return tuple(baris[0].sel) if baris else ()


def hitung_sel(baris: Iterable[BarisPapan]) -> dict[str, dict[Periode, int]]:
    """How many cells carry a code, by code and period; marks count beside the state that they go with."""
    hitungan: dict[str, dict[Periode, int]] = {k.value: {} for k in (*KodeSel, *TandaSel)}
    for b in baris:
        for periode, sel in b.sel.items():
            for kode in sel.semua_kode:
                hitungan[kode][periode] = hitungan[kode].get(periode, 0) + 1
    return hitungan


def _sel(upp_id: int, periode: Periode, wajib: bool, bahan: BahanPapan, hari_ini: date) -> Sel:
    berkas = bahan.penyampaian.get((upp_id, periode))
    jadwal = bahan.kalender[periode]
    waktunya = hari_ini >= jadwal.kirim_mulai
    nihil = _hasil_tersimpan(upp_id, periode, wajib, bahan)
    if berkas is None or berkas.status is StatusPenyampaian.BELUM:
        berkas = Penyampaian(upp_id, bahan.tahun, periode)
        kode = _kode_tanpa_berkas(nihil is not None, wajib, waktunya)
    else:
        nihil, kode = berkas.nihil, KodeSel(berkas.status.value)
    dinilai = wajib and kode not in (KodeSel.HASIL_DIIMPOR, KodeSel.TIDAK_WAJIB)
    return Sel(
        periode=periode,
        kode=kode,
        batas=jadwal.kirim_batas,
        wajib=wajib,
        waktunya=waktunya,
        nihil=bool(nihil),
        hari_terlambat=hari_terlambat(berkas, jadwal.kirim_batas, hari_ini) if dinilai else 0,
        ada_hasil=(upp_id, periode) in bahan.hasil,
        ada_rtl=(upp_id, periode) in bahan.rtl,
        alasan_kembali=berkas.alasan_kembali,
    )


def _kode_tanpa_berkas(ada_hasil: bool, wajib: bool, waktunya: bool) -> KodeSel:
    if ada_hasil:
        return KodeSel.HASIL_DIIMPOR
    if not wajib:
        return KodeSel.TIDAK_WAJIB
    return KodeSel.BELUM if waktunya else KodeSel.BELUM_WAKTUNYA


def _hasil_tersimpan(upp_id: int, periode: Periode, wajib: bool, bahan: BahanPapan) -> bool | None:
    """Whether the stored result is nihil; None without one.

    An owed period is answered too by imported results of its parts (a workbook of triwulan from a unit that owes a year);
    parts with a dossier of their own answer for themselves only.
    """
    if (upp_id, periode) in bahan.hasil:
        return bahan.hasil[upp_id, periode]
    kunci = [(upp_id, p) for p in _bagian(periode)] if wajib else []
    bagian = [bahan.hasil[k] for k in kunci if k in bahan.hasil and k not in bahan.penyampaian]
    return all(bagian) if bagian else None


def _bagian(periode: Periode) -> Sequence[Periode]:
    if periode is Periode.TAHUNAN:
        return [p for p in Periode if p is not Periode.TAHUNAN]
    return TRIWULAN_SEMESTER.get(periode, ())
