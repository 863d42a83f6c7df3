"""TEKS-04: a promise out of reach: one unsur raised to 4,00 raises the IKM by 25 x bobot x the increase (spec 1.7)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.sebutan import bulat, deret_unsur, kelas
from rtl_tracker.auditor.selang import dibulatkan
from rtl_tracker.auditor.teks.ikatan import di, klausa, sasaran
from rtl_tracker.auditor.teks.konteks import berandai, indeks_lain
from rtl_tracker.auditor.teks.pengenal import Angka, SebutKelas, Uraian
from rtl_tracker.auditor.teks.temuan_teks import Bacaan, TemuanTeks
from rtl_tracker.auditor.teks.urutan import teratas
from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.mutu import batas_bawah, mutu
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur

_JANJI = re.compile(
    r"\b(?:akan|dapat|bisa|mampu|(?:di|men)?target(?:kan|nya)?|diharapkan|harapan(?:nya)?|"
    r"(?:di)?proyeksi(?:kan)?|diperkirakan|dipastikan|agar|supaya|sehingga|bila|jika|apabila|menuju|"
    r"dengan (?:me|per|pen|ada|di)\w+|melalui)\b",
    re.IGNORECASE,
)
_CAPAI = re.compile(
    r"\b(?:mencapai|menjadi|meraih|memperoleh|masuk|naik|meningkat|berada|tercapai|sebesar|menuju|ke|target\w*)\b",
    re.IGNORECASE,
)
_INGKAR = re.compile(
    r"\b(?:tidak|belum|bukan)\s+(?:akan|dapat|bisa|mungkin|mampu)\b|\b(?:untuk|guna|perlu|harus|ingin)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
_BARU = re.compile(
    r"\W*(?:\([^)]*\)\W*)?(?:baru|belum)\s+(?:akan\s+|dapat\s+|bisa\s+)?(?:tercapai|dicapai|diraih)", re.IGNORECASE
)
_SEMUA = re.compile(r"\b(?:seluruh|semua|kesembilan|setiap|unsur lain(?:nya)?(?! tetap))\b(?:\s+unsur)?", re.IGNORECASE)
_KE = re.compile(
    r"\b(?:naik|meningkat|ditingkatkan|dinaikkan|diperbaiki|mencapai)\s+(?:menjadi|ke|hingga|"
    r"sampai)?\s*(?:NRR\s+|nilai\s+)?$",
    re.IGNORECASE,
)
_JUMLAH = re.compile(
    r"\b(?:(\d)\s*(?:\(\w+\)\s*)?|(?:ke)?(satu|dua|tiga|empat|lima)\s+)unsur(?:\s+\w+){0,3}?\s+terendah", re.IGNORECASE
)
_KATA_JUMLAH = ("satu", "dua", "tiga", "empat", "lima")

UBAH = "Ubah sasarannya, atau sebut unsur lain yang ikut naik."


@dataclass(frozen=True, slots=True)
class Terbaik:
    """The best that the unsur can give: `ikm` if each rose to its aim; `pasti`: the sentence fixes the aim of the only one."""

    sekarang: Fraction
    ikm: Fraction
    unsur: tuple[Unsur, ...]
    pasti: bool


def periksa_janji(b: Bacaan) -> Iterator[TemuanTeks]:
    """Findings of TEKS-04 in one Naskah."""
    for u in b.uraian:
        if _JANJI.search(u.teks) is None or indeks_lain(u):
            continue
        for k in u.kelas:
            if _tentang_indeks(u, k.awal) and (berandai(u, k.awal) or _BARU.match(u.teks, k.akhir)):
                yield from _kelas(b, u, k)
        for a in u.angka:
            if "%" not in u.teks[a.awal : a.selesai] and not a.persen and berandai(u, a.awal) and _janji(u, a.awal):
                yield from _angka(b, u, a)


def _janji(u: Uraian, tempat: int) -> bool:
    """Whether a promise leads up to the place: a word of it, then one of reaching."""
    depan = u.teks[:tempat]
    kata = _JANJI.search(depan)
    return kata is not None and _CAPAI.search(depan, kata.start()) is not None and _INGKAR.search(depan[-70:]) is None


def _tentang_indeks(u: Uraian, tempat: int) -> bool:
    """Whether a class is promised of the index: an unsur that shall reach a class by itself is no such promise."""
    lalu = [s for s in u.unsur if s.kuat and s.akhir <= tempat]
    if not lalu:
        return True
    antara = u.teks[lalu[-1].akhir : tempat]
    return re.search(
        r",|;|\b(?:IKM|indeks|mutu pelayanan|kinerja unit|sehingga|membuat|membawa|mengantar\w*|agar|supaya|maka|instansi)\b",
        antara,
        re.IGNORECASE,
    ) is not None or any(lalu[-1].akhir <= s.awal < tempat for s in u.unit)


def _terbaik(b: Bacaan, u: Uraian, tempat: int) -> list[Terbaik]:
    """The best case of every unit that may be meant; empty where unsur are not known or all of them are to rise."""
    siapa = sasaran(u, di(tempat, tempat), b.baku(u))
    if siapa.asing or _SEMUA.search(u.teks[:tempat]):
        return []
    hasil = []
    for upp_id in siapa.upp:
        periode = b.naskah.periode if b.acuan.nrr(upp_id, b.naskah.periode) else Periode.TAHUNAN
        nrr, ikm = b.acuan.nrr(upp_id, periode), b.acuan.ikm_tampil(upp_id, periode)
        if ikm is None or len(nrr) < len(Unsur):
            continue
        unsur = _unsur(b, u, nrr)
        tuju = [a for a in u.angka if 1 < a.nilai <= 4 and a.awal < tempat and _KE.search(u.teks[: a.awal])]
        pasti = len(unsur) == 1 and len(tuju) == 1 and any(s.kuat for s in u.unsur)
        sasaran_nrr = Fraction(tuju[0].nilai) if pasti else Fraction(4)
        bobot = b.acuan.fakta.pengaturan.bobot.nilai() if pasti else Fraction(1, 9)
        naik = sum((sasaran_nrr - nrr[x] for x in unsur), Fraction(0))
        hasil.append(Terbaik(ikm, ikm + 25 * bobot * naik, unsur, pasti))
    return hasil


def _unsur(b: Bacaan, u: Uraian, nrr: Mapping[Unsur, Fraction]) -> tuple[Unsur, ...]:
    """The unsur that are to rise: those named, else so many of the lowest, else the priorities."""
    bernama = tuple(dict.fromkeys(s.unsur for s in u.unsur if s.kuat))
    if bernama:
        return bernama
    jumlah = _JUMLAH.search(u.teks)
    if jumlah is not None:
        n = int(jumlah.group(1)) if jumlah.group(1) else _KATA_JUMLAH.index(jumlah.group(2).casefold()) + 1
    elif re.search(r"\bunsur\s+(?:dengan nilai\s+)?terendah\b", u.teks, re.IGNORECASE):
        n = 1
    else:
        n = b.acuan.fakta.pengaturan.jumlah_prioritas
    pilih = teratas(nrr, True, n)
    return tuple(x for x in Unsur if x in pilih)


def _sebab(t: Terbaik) -> str:
    naik = "naik seperti tertulis" if t.pasti else "naik menjadi 4,00"
    return f"bila unsur {deret_unsur(t.unsur)} {naik}, IKM {bulat(t.ikm)} ({kelas(mutu(t.ikm))})"


def _kelas(b: Bacaan, u: Uraian, k: SebutKelas) -> Iterator[TemuanTeks]:
    pilihan = _terbaik(b, u, k.awal)
    baru = _BARU.match(u.teks, k.akhir) is not None
    if not pilihan or k.syarat or not (baru or _janji(u, k.awal)):
        return
    tercapai = [bulatkan(t.ikm, 2) >= batas_bawah(k.mutu) for t in pilihan]
    t = pilihan[0]
    if baru:
        salah = all(tercapai) and t.pasti
    else:
        salah = not any(tercapai) or (t.pasti and all(mutu(x.ikm) is not k.mutu for x in pilihan))
    if not salah:
        return
    asli = u.teks[k.awal : k.akhir]
    kalimat = (
        f"Mutu {kelas(k.mutu)} {'sudah' if baru else 'tidak'} dapat dicapai dengan cara ini: {_sebab(t)}. Perbaiki janji ini."
    )
    if not baru and not tercapai[0] and not t.pasti:
        kalimat = f"Mutu {kelas(k.mutu)} tidak dapat dicapai: {_sebab(t)} adalah yang terbaik. {UBAH}"
    yield b.temuan("TEKS-04", u, (k.awal, k.akhir), (kalimat, kalimat), asli, kelas(mutu(t.ikm)), kelas(mutu(t.ikm)))


def _angka(b: Bacaan, u: Uraian, a: Angka) -> Iterator[TemuanTeks]:
    """A promised index, or a promised rise in points."""
    poin = re.match(r"\s*po?in\b", u.teks[a.selesai :], re.IGNORECASE) is not None
    nilai = a.lain if a.lain is not None and a.lain <= 100 else a.nilai
    awal = klausa(u, a.awal)[0]
    berindeks = re.search(r"\b(?:IKM|indeks|nilai SKM)\b", u.teks[awal : a.awal], re.IGNORECASE)
    lain = re.search(r"\b(?:NRR|konversi|responden|realisasi)\W*(?:\w+\W+)?$", u.teks[: a.awal][-40:], re.IGNORECASE)
    orang = re.match(
        r"\s*(?:\([a-z ]+\)\s*)?(?:orang|responden|UPP|unit|RTL|hari|bulan|tahun)\b", u.teks[a.selesai :], re.IGNORECASE
    )
    if (
        not berindeks
        or not _tentang_indeks(u, a.awal)
        or lain
        or orang
        or (not poin and not 25 < nilai <= 110)
        or (not poin and not _CAPAI.search(u.teks[awal : a.awal]))
    ):
        return
    pilihan = _terbaik(b, u, a.awal)
    if not pilihan:
        return
    t = pilihan[0]
    if t.pasti and not poin:
        salah = not any(dibulatkan(nilai).memuat(bulatkan(x.ikm, b.acuan.desimal)) for x in pilihan)
    else:
        salah = all(_melampaui(nilai, x, poin) for x in pilihan)
    if not salah:
        return
    tulis = bulat(t.ikm - t.sekarang if poin else t.ikm, b.acuan.desimal)
    paling = "" if t.pasti else "; itu yang terbaik"
    kalimat = f"{'Kenaikan' if poin else 'IKM'} {a.teks} tidak dapat dicapai: {_sebab(t)}{paling}. {UBAH}"
    yield b.temuan("TEKS-04", u, (a.awal, a.akhir), (kalimat, kalimat), str(nilai), tulis.replace(",", "."), tulis)


def _melampaui(nilai: Decimal, t: Terbaik, poin: bool) -> bool:
    """Whether a promised figure lies above the best case, rounding allowed for."""
    return dibulatkan(nilai).bawah > Fraction(bulatkan(t.ikm - t.sekarang if poin else t.ikm, 2))
