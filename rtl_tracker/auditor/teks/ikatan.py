"""What belongs together in a sentence: the unit, the unsur, the year and the period that a number or a class speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from rtl_tracker.auditor.teks.pengenal import Angka, SebutUnsur, SebutWaktu, Uraian
from rtl_tracker.domain.periode import Periode


class Bertempat(Protocol):
    """Anything with a place in a sentence."""

    @property
    def awal(self) -> int:
        """Where it begins."""

    @property
    def akhir(self) -> int:
        """Where it ends."""


T = TypeVar("T", bound=Bertempat)
_MAJU = re.compile(
    r"(?:\s*(?:poin|persen|%|orang|responden)\b)?\s*(?:\(\s*(?:tahun\s+|pada\s+)*|(?:\b(?:pada|untuk|oleh|di|"
    r"tahun|unsur|diperoleh|diraih|dicapai|didapat|dimiliki|milik|terdapat|"
    r"terjadi|yaitu|yakni|ada|adalah|berada|ditempati|terletak|aspek|periode|bagi|dari|unit|UPP|layanan)\b\s*)+)",
    re.IGNORECASE,
)
_MAJU_WAKTU = re.compile(r"\s*\(?\s*(?:(?:pada|di|untuk)\s+)?(?:(?:tahun|periode)\s+)?", re.IGNORECASE)
_PEMISAH_DAFTAR = re.compile(
    r"(?:\s|,|;|/|·|&|\(|\)|\bdan\b|\bserta\b|\bunsur\b|\btahun\b|\bpada\b|%|\bpersen\b|\bpoin\b|\bnilai\b|"
    r"\bmasing-masing\b|\bsebesar\b)*",
    re.IGNORECASE,
)
_PEMBANDING = re.compile(
    r"\b(?:daripada|dibanding(?:kan)?|banding|di atas|di bawah|setelah|disusul|diikuti|kecuali|selain|bersama|"
    r"terhadap|melampaui|melebihi)(?:\s+(?:dengan|oleh|IKM|nilai|capaian|indeks))*\s*$",
    re.IGNORECASE,
)
_PANGKAL = re.compile(
    r"\b(?:sejak|dari|semula|sebelumnya|awalnya|dibanding(?:kan)?|daripada|terhadap)(?:\s+(?:dengan|sebesar|"
    r"nilai|angka|IKM|indeks|yang|hanya))*\s*$",
    re.IGNORECASE,
)
_SETAHUN = re.compile(
    r"\b(?:rata-rata(?:nya)?|rerata|setahun|tahunan)(?:\s+(?:setahun|tahunan|tahun|·+|sebesar|nilai|IKM|"
    r"adalah|yaitu|kedua semester))*\s*[:=]?\s*$",
    re.IGNORECASE,
)
_BATAS = re.compile(r"[;\n]|\b(?:sedangkan|sementara(?: itu)?|namun|tetapi|adapun|sebaliknya)\b", re.IGNORECASE)
_PEMILIK = re.compile(r"(?:\s|\([^()]*\)|\b(?:pada|di|oleh|untuk|milik|bagi|dari)\b)*", re.IGNORECASE)
_LEMAH = re.compile(
    r"(?:\s|,|\(|:|=|·|\b(?:sebesar|dengan|nilai|memperoleh|mendapat(?:kan)?|bernilai|adalah|yaitu|NRR|"
    r"konversi|rata-rata|mencapai|skor)\b)*",
    re.IGNORECASE,
)


def klausa(u: Uraian, tempat: int) -> tuple[int, int]:
    """Start and end of the clause around a place: between semicolons, line feeds and words of contrast outside brackets."""
    awal, akhir = 0, len(u.teks)
    for batas in _BATAS.finditer(u.teks):
        if u.teks.count("(", 0, batas.start()) > u.teks.count(")", 0, batas.start()):
            continue
        if batas.end() <= tempat:
            awal = batas.end()
        elif batas.start() >= tempat:
            akhir = batas.start()
            break
    return awal, akhir


def maju(u: Uraian, dari: int, sebut: Sequence[T]) -> T | None:
    """What a connecting word ties to the place before it: "88,80 (Kecamatan Ledo)", "81,98 pada tahun 2020"."""
    berikut = next((s for s in sebut if s.awal >= dari), None)
    if berikut is None:
        return None
    pola = _MAJU_WAKTU if isinstance(berikut, SebutWaktu) else _MAJU
    return berikut if pola.fullmatch(u.teks, dari, berikut.awal) else None


def tanpa_kurung(teks: str) -> str:
    """The text with what stands in brackets blanked, same length."""
    return re.sub(r"\([^()]*\)", lambda c: " " * len(c.group()), teks)


def deret(u: Uraian, sebut: Sequence[T], akhir: T) -> list[T]:
    """The list that ends with `akhir`: its neighbours to the left with only commas and "dan" between them."""
    hasil = [akhir]
    for satu in reversed(sebut[: list(sebut).index(akhir)]):
        if not _PEMISAH_DAFTAR.fullmatch(u.teks, satu.akhir, hasil[0].awal):
            break
        hasil.insert(0, satu)
    return hasil


def deret_angka(u: Uraian, angka: Angka) -> list[Angka]:
    """The list of numbers around this one: "2,96; 3,23; dan 3,25"."""
    if angka not in u.angka:
        return [angka]
    semua = list(u.angka)
    tempat = semua.index(angka)
    awal = akhir = tempat
    while awal and _PEMISAH_DAFTAR.fullmatch(u.teks, semua[awal - 1].selesai, semua[awal].awal):
        awal -= 1
    while akhir + 1 < len(semua) and _PEMISAH_DAFTAR.fullmatch(u.teks, semua[akhir].selesai, semua[akhir + 1].awal):
        akhir += 1
    return semua[awal : akhir + 1]


def terikat(u: Uraian, angka: Angka, sebut: Sequence[T]) -> list[T]:
    """What the number speaks of: tied behind it, else the last before it (or its partner in a list); else nothing."""
    depan = maju(u, angka.selesai, sebut)
    if depan is not None:
        return [depan]
    lalu = [s for s in sebut if s.akhir <= angka.awal]
    if not lalu:
        return []
    daftar = deret(u, lalu, lalu[-1])
    if len(daftar) == 1:
        return daftar
    angka_sederet = deret_angka(u, angka)
    if len(angka_sederet) == len(daftar) and angka_sederet[0].awal >= daftar[-1].akhir:
        return [daftar[angka_sederet.index(angka)]]
    if _masing_masing(u, daftar[-1], angka):
        return daftar
    return [daftar[-1]]


def _masing_masing(u: Uraian, terakhir: Bertempat, angka: Angka) -> bool:
    antara = u.teks[terakhir.akhir : angka.awal].casefold()
    return any(kata in antara for kata in ("masing-masing", "sama", "berturut-turut", "dengan nilai"))


def langsung(u: Uraian, unsur: SebutUnsur, angka: Angka) -> bool:
    """Whether a number stands right behind an unsur, as its value."""
    return unsur.akhir <= angka.awal and _LEMAH.fullmatch(u.teks, unsur.akhir, angka.awal) is not None


def unsur_terikat(u: Uraian, angka: Angka) -> list[SebutUnsur]:
    """The unsur whose value the number is; an everyday word counts only right before it."""
    kuat = [s for s in u.unsur if s.kuat or langsung(u, s, angka)]
    return terikat(u, angka, kuat)


def milik_unsur(u: Uraian, unsur: SebutUnsur, tempat: int) -> bool:
    """Whether a place behind an unsur still speaks of it: no index stands in between, and no unit but the one that has it."""
    if unsur.awal > tempat:
        return True
    antara = u.teks[unsur.akhir : tempat]
    if re.search(r"\b(?:NRR|konversi)\b", antara, re.IGNORECASE):
        return True
    if re.search(r"\b(?:IKM|indeks)\b", antara, re.IGNORECASE):
        return False
    unit = [s for s in u.unit if unsur.akhir <= s.awal < tempat]
    return not unit or (len(unit) == 1 and _PEMILIK.fullmatch(u.teks, unsur.akhir, unit[0].awal) is not None)


def di(awal: int, akhir: int) -> Angka:
    """A place of a sentence as if a number stood there, so that units, years and periods bind to it likewise."""
    return Angka(awal, akhir, "", Decimal(0), selesai=akhir)


@dataclass(frozen=True, slots=True)
class Sasaran:
    """Of whom something may be said: ids of units (None = the instansi).

    `pasti` False = not sure which of them; `asing` = a unit unknown to the facts.
    """

    upp: tuple[int | None, ...]
    pasti: bool = True
    asing: bool = False


def sasaran(u: Uraian, tempat: Angka, baku: Sasaran) -> Sasaran:
    """The unit of which a number or class at a place speaks; `baku` is what holds where the sentence names none."""
    if not u.unit:
        return baku
    pilih = terikat(u, tempat, u.unit)
    if not pilih:
        milik = tuple(dict.fromkeys((*baku.upp, *(s.upp_id for s in u.unit if s.dikenal))))
        return Sasaran(milik, False, baku.asing or not all(s.dikenal for s in u.unit))
    if any(not s.dikenal for s in pilih):
        return Sasaran((), asing=True)
    if all(s.akhir <= klausa(u, tempat.awal)[0] for s in pilih):
        return Sasaran(tuple(dict.fromkeys((*(s.upp_id for s in pilih), *baku.upp))), False)
    if any(_PEMBANDING.search(u.teks[: s.awal][-40:]) for s in pilih):
        return Sasaran(tuple(dict.fromkeys((*(s.upp_id for s in u.unit if s.dikenal), *baku.upp))), False)
    return Sasaran(tuple(dict.fromkeys(s.upp_id for s in pilih)))


@dataclass(frozen=True, slots=True)
class Saat:
    """The years and periods of which something may be said; an empty tuple = none is named. `pangkal`: "dari 81,98"."""

    tahun: tuple[int, ...] = ()
    periode: tuple[Periode, ...] = ()
    pangkal: bool = False


def saat(u: Uraian, angka: Angka, tahun_ini: int) -> Saat:
    """The year and the period of a number. A year tied to another number, or named to compare with, does not bind."""
    bertahun = [w for w in u.waktu if w.tahun is not None]
    berperiode = [w for w in u.waktu if w.periode is not None]
    pangkal = _PANGKAL.search(u.teks[: angka.awal][-40:]) is not None
    periode = tuple(w.periode for w in _waktu_terikat(u, angka, berperiode) if w.periode)
    if _SETAHUN.search(u.teks[: angka.awal]):
        periode = (Periode.TAHUNAN,)
    terpilih = _waktu_terikat(u, angka, bertahun)
    tahun = [w.tahun for w in terpilih if w.tahun]
    if any(
        _PANGKAL.search(u.teks[: w.awal].rstrip().removesuffix("tahun")[-40:] + " ") for w in terpilih if w.akhir <= angka.awal
    ):
        tahun.append(tahun_ini)
    return Saat(tuple(tahun), periode, pangkal)


def _waktu_terikat(u: Uraian, angka: Angka, waktu: Iterable[SebutWaktu]) -> list[SebutWaktu]:
    daftar = list(waktu)
    milik_lain = {id(w) for a in u.angka if a is not angka and (w := maju(u, a.selesai, daftar)) is not None}
    return terikat(u, angka, [w for w in daftar if id(w) not in milik_lain])
