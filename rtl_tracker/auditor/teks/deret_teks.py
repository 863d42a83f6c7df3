"""The series of printed indexes that a trend word in a sentence speaks of: years, periods, or two numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from rtl_tracker.auditor.sebutan import koma, nama_periode
from rtl_tracker.auditor.teks.ikatan import klausa
from rtl_tracker.auditor.teks.pengenal import SebutWaktu, Uraian
from rtl_tracker.auditor.teks.temuan_teks import Bacaan
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.sampel import margin_ikm

KONSISTEN = re.compile(
    r"\b(?:konsisten|terus|setiap tahun|tiap tahun|dari tahun ke tahun|tahun demi tahun|berturut-turut|selalu|"
    r"secara bertahap)\b",
    re.IGNORECASE,
)
_TERAKHIR = re.compile(
    r"\b(?P<n>\d|dua|tiga|empat|lima|enam)\s*(?:\(\w+\)\s*)?tahun\s+(?:terakhir|belakangan|berturut-turut)", re.IGNORECASE
)
_BANDING = re.compile(
    r"\b(?:dibanding(?:kan)?|daripada|dari\s+(?:tahun|nilai|IKM|indeks|capaian|\d)|terhadap|ketimbang)\b", re.IGNORECASE
)
_RENTANG = re.compile(
    r"(?:19|20)\d\d\s*(?:-|–|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s+)?(?:19|20)\d\d", re.IGNORECASE
)
_UJUNG = re.compile(r"\bdari\b[^.;]*\b(?:menjadi|ke)\b", re.IGNORECASE)
_BILANGAN = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}
_PERIODE_LALU = re.compile(
    r"\b(?:periode|semester|triwulan|survei|pengukuran)\s+(?:yang\s+)?(?:sebelumnya|lalu)\b", re.IGNORECASE
)
_LANGSUNG = re.compile(r"(?:\W|\d|\b(?:poin|sebesar|menjadi|pada|di|tahun|hingga|tipis|sedikit|signifikan)\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deret:
    """Printed indexes in order of time with their labels; `ujung`: only the first and the last count."""

    label: tuple[str, ...]
    nilai: tuple[Decimal, ...]
    ujung: bool

    def sebut(self) -> str:
        """ "81,98 (2020) dan 83,38 (2021)"."""
        return "; ".join(f"{koma(x)} ({y})" for y, x in zip(self.label, self.nilai, strict=True))


def dari_menjadi(u: Uraian, rentang: tuple[int, int]) -> Deret | None:
    """ "dari 81,98 menjadi 83,38": the two numbers themselves."""
    angka = [
        a for a in u.angka if "," in a.teks and not a.persen and 20 < a.nilai <= 101 and klausa(u, rentang[0])[0] <= a.awal
    ]
    for kiri, kanan in pairwise(angka):
        sebelum, antara = u.teks[: kiri.awal][-25:], u.teks[kiri.selesai : kanan.awal]
        if re.search(r"\bdari\b(?:\s+(?:sebesar|nilai|angka|IKM|semula))*\s*$", sebelum, re.IGNORECASE) and re.search(
            r"\b(?:menjadi|ke)\b[^.;]{0,30}$", antara, re.IGNORECASE
        ):
            return Deret(("semula", "menjadi"), (kiri.nilai, kanan.nilai), True)
    return None


def deret_kalimat(b: Bacaan, u: Uraian, rentang: tuple[int, int], upp_id: int | None, jenis: str, banyak: bool) -> list[Deret]:
    """The series that the sentence may mean, most likely first."""
    awal, akhir = klausa(u, rentang[0])
    diri = [w for w in u.waktu if awal <= w.awal < akhir]
    periode = [w.periode for w in diri if w.periode is not None]
    if periode:
        return [_deret_periode(b, upp_id, periode)]
    bertahun = [w for w in diri if w.tahun is not None]
    tepat = _pada_tahun(u, rentang, bertahun, banyak)
    if tepat is not None:
        lama = [t for t in range(tepat - 1, tepat - 6, -1) if b.acuan.ikm_cetak(upp_id, t) is not None]
        return [_deret_tahun(b, upp_id, (lama[0], tepat), True)] if lama else []
    if banyak:
        return []
    tahun = sorted({w.tahun for w in bertahun if w.tahun is not None})
    return (
        _deret_bertahun(b, u, rentang, upp_id, tahun)
        if tahun or _TERAKHIR.search(u.teks)
        else _deret_tersirat(b, u, rentang, upp_id, jenis)
    )


def _pada_tahun(u: Uraian, rentang: tuple[int, int], bertahun: Sequence[SebutWaktu], banyak: bool) -> int | None:
    """The year of "turun pada tahun 2018", where that is the only year spoken of."""
    sesudah = [w for w in bertahun if w.awal >= rentang[1]]
    if not sesudah or (len(bertahun) > 1 and not banyak) or not _LANGSUNG.fullmatch(u.teks, rentang[1], sesudah[0].awal):
        return None
    return sesudah[0].tahun


def _deret_bertahun(b: Bacaan, u: Uraian, rentang: tuple[int, int], upp_id: int | None, tahun: Sequence[int]) -> list[Deret]:
    """Series of named years."""
    ini = b.acuan.fakta.tahun
    awal, akhir = klausa(u, rentang[0])
    terakhir = _TERAKHIR.search(u.teks)
    if terakhir:
        n = int(terakhir["n"]) if terakhir["n"].isdigit() else _BILANGAN[terakhir["n"].casefold()]
        return [_deret_tahun(b, upp_id, range(ini - n + 1, ini + 1), False)]
    lama = [t for t in tahun if t < ini]
    if len(tahun) > 2 or _RENTANG.search(u.teks, awal, akhir):
        return [_deret_tahun(b, upp_id, range(tahun[0], tahun[-1] + 1), _UJUNG.search(u.teks, awal, akhir) is not None)]
    if re.search(r"\bsejak\b", u.teks, re.IGNORECASE) and lama:
        return [_deret_tahun(b, upp_id, range(lama[0], ini + 1), False)]
    if len(tahun) == 2:
        return [_deret_tahun(b, upp_id, tahun, True)]
    return [_deret_tahun(b, upp_id, (lama[0], ini), True)] if lama else _deret_tersirat(b, u, rentang, upp_id, "")


def _deret_tersirat(b: Bacaan, u: Uraian, rentang: tuple[int, int], upp_id: int | None, jenis: str) -> list[Deret]:
    """Series where no earlier year is named: against last year, against the period before, or over all years."""
    ini = b.acuan.fakta.tahun
    sendiri = b.naskah.periode
    antarperiode = [] if sendiri is Periode.TAHUNAN else [_deret_periode(b, upp_id, [sendiri])]
    if _PERIODE_LALU.search(u.teks):
        return antarperiode
    penuh = _deret_tahun(b, upp_id, range(ini - b.acuan.fakta.pengaturan.tahun_tren + 1, ini + 1), False)
    sekitar = u.teks[max(0, rentang[0] - 30) : rentang[1] + 40]
    if jenis == "fluktuasi" or KONSISTEN.search(sekitar):
        return [penuh]
    setahun = _deret_tahun(b, upp_id, (ini - 1, ini), True)
    if _BANDING.search(u.teks[rentang[1] :]) or re.match(r"\s*(?:sebesar\s+)?\d", u.teks[rentang[1] :]):
        return [setahun, *antarperiode]
    return [setahun, penuh, *antarperiode] if len(setahun.nilai) > 1 else antarperiode


def _deret_tahun(b: Bacaan, upp_id: int | None, tahun: Sequence[int], ujung: bool) -> Deret:
    ada = [(t, x) for t in tahun if (x := b.acuan.ikm_cetak(upp_id, t)) is not None]
    lengkap = not ujung or len(ada) == len(tahun) or len(tahun) > 2
    return Deret(tuple(str(t) for t, _ in ada), tuple(x for _, x in ada), ujung) if lengkap else Deret((), (), ujung)


def _deret_periode(b: Bacaan, upp_id: int | None, periode: Sequence[Periode]) -> Deret:
    urut: list[Periode] = [p for p in Periode if p in periode]
    if len(urut) == 1:
        sejenis: list[Periode] = [p for p in Periode if p.value[:1] == urut[0].value[:1] and p is not Periode.TAHUNAN]
        tempat = sejenis.index(urut[0]) if urut[0] in sejenis else 0
        urut = sejenis[tempat - 1 : tempat + 1] if tempat else []
    ada = [(p, x) for p in urut if (x := b.acuan.ikm_cetak(upp_id, b.acuan.fakta.tahun, p)) is not None]
    return Deret(tuple(nama_periode(p) for p, _ in ada), tuple(x for _, x in ada), len(ada) == 2)


def margin_indeks(b: Bacaan, upp_id: int | None) -> Decimal | None:
    """Margin of the IKM in points where the answers give one: inside it a series counts as steady (spec 1.8)."""
    if upp_id is None:
        return None if b.acuan.margin is None else bulatkan(b.acuan.margin, 2)
    hasil = b.acuan.fakta.hasil(upp_id, Periode.TAHUNAN)
    tabulasi = None if hasil is None else hasil.tabulasi
    margin = None if tabulasi is None else margin_ikm(tabulasi, b.acuan.fakta.pengaturan.bobot)
    return None if margin is None else bulatkan(margin, 2)
