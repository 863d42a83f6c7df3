"""Figures that a report prints once more (DATA-06): how they are read, and the row that they must agree with."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rtl_tracker.auditor.cetak_baris import cetak_baris, longgar
from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.sebutan import deret, koma
from rtl_tracker.auditor.selang import Selang, bernol, desimal_sederet, dibulatkan, dipotong, jumlah, tepat
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.angka import bulatkan, desimal_tercetak
from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.survei import Tabulasi
from rtl_tracker.domain.tercetak import AngkaTercetak
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_PENDEK, Unsur

TAK_TERCETAK = frozenset({"", "-", "–", "na", "n/a", "kosong", "(kosong)"})
SEBUTAN_DERET = {
    "": "Nilai unsur", "konversi": "Nilai konversi", "jumlah": "Jumlah nilai jawaban", "tertimbang": "NRR tertimbang",
}  # fmt: skip
KUNCI_ANGKA = frozenset({"n", "tertimbang", *(f"{a}:{u.value}".lstrip(":") for a in SEBUTAN_DERET for u in Unsur)})
DESIMAL_NRR = (2, 3)
TERISI = Fraction(9, 10)
"""Share of the questionnaires that fill an unsur at least, where the answers are not known."""


def ribuan(n: int) -> str:
    """A count with points for thousands."""
    return f"{n:,}".replace(",", ".")


def baca_angka(teks: str, cacah: bool = False) -> Decimal | None:
    """A figure as printed ("86,03", "1.417,47", "83.38"); None for anything else. `cacah`: a count, "2.349" is 2349."""
    isi = teks.strip().rstrip("%").replace("\N{MINUS SIGN}", "-").replace(" ", "")
    if "," in isi:
        isi = isi.replace(".", "").replace(",", ".")
    elif cacah and re.fullmatch(r"\d{1,3}(\.\d{3})+", isi):
        isi = isi.replace(".", "")
    return Decimal(isi) if re.fullmatch(r"[+-]?\d+(\.\d+)?", isi) else None


@dataclass(frozen=True, slots=True)
class Acuan:
    """What a repeated figure must agree with: NRR of each unsur (exact where `pasti`), the same if cut off, and the row."""

    nrr: Mapping[Unsur, Selang]
    nrr_longgar: Mapping[Unsur, Selang]
    pasti: bool
    n: tuple[int, ...]
    baris: BarisHasil | None = None
    tabulasi: Tabulasi | None = None


def acuan_unit(fakta: Fakta, kunci: Container[str]) -> dict[tuple[int, Periode], Acuan]:
    """The row of every unit and period of which such a figure is repeated.

    Its answers where they are known, else what is printed, measured or mean.
    """
    dicari = {(a.upp_id, a.periode) for a in fakta.angka if a.upp_id is not None and a.kunci in kunci}
    hasil: dict[tuple[int, Periode], Acuan] = {}
    tabulasi = {(t.upp_id, t.baris.periode): t.tabulasi for t in fakta.terukur if t.baris.layanan is None}
    for b in fakta.baris if dicari else ():
        if b.layanan is None and (b.upp_id, b.periode) in dicari:
            hasil[b.upp_id, b.periode] = _acuan(b, None if b.rata else tabulasi.get((b.upp_id, b.periode)))
    for upp_id, periode in dicari - hasil.keys():
        h = fakta.hasil(upp_id, periode)
        if h is not None and h.tabulasi is not None:
            nrr = {u: tepat(x) for u, x in h.nrr.items()}
            hasil[upp_id, periode] = Acuan(nrr, nrr, True, (h.tabulasi.n,), None, h.tabulasi)
    return hasil


def _acuan(b: BarisHasil, tabulasi: Tabulasi | None) -> Acuan:
    cetak = cetak_baris(b, tabulasi)
    berjawaban = tabulasi is not None and tabulasi.n > 0
    n = (b.jumlah_responden, tabulasi.n if tabulasi is not None else None)
    return Acuan(cetak.nrr, cetak.nrr_longgar, berjawaban, tuple(x for x in n if x is not None), b, tabulasi)


def data_06_angka(fakta: Fakta) -> Iterator[Temuan]:
    """Figures of a unit that a section prints once more, against the answers or the row: one finding per row of a section."""
    acuan = acuan_unit(fakta, KUNCI_ANGKA)
    deret_angka: dict[tuple[str, int, Periode, str], dict[Unsur, AngkaTercetak]] = {}
    for a in fakta.angka:
        if a.upp_id is None or (a.upp_id, a.periode) not in acuan:
            continue
        awalan, unsur = _kunci(a.kunci)
        if unsur is not None:
            deret_angka.setdefault((a.bagian, a.upp_id, a.periode, awalan), {})[unsur] = a
        elif a.kunci == "n":
            yield from _n(a, acuan[a.upp_id, a.periode])
    for (_, upp_id, periode, awalan), angka in deret_angka.items():
        yield from _deret(awalan, angka, acuan[upp_id, periode])
    for a in fakta.angka:
        if a.kunci == "tertimbang" and a.upp_id is not None and (a.upp_id, a.periode) in acuan:
            bagian = deret_angka.get((a.bagian, a.upp_id, a.periode, "tertimbang"), {})
            yield from _jumlah_tertimbang(a, acuan[a.upp_id, a.periode], bagian)


def _kunci(kunci: str) -> tuple[str, Unsur | None]:
    """ "jumlah:waktu" -> ("jumlah", waktu); "waktu" -> ("", waktu); other keys have no unsur."""
    awalan, _, akhir = kunci.rpartition(":")
    return awalan, next((u for u in Unsur if u.value == akhir), None) if awalan in SEBUTAN_DERET else None


def _n(a: AngkaTercetak, acuan: Acuan) -> Iterator[Temuan]:
    nilai = baca_angka(a.nilai, cacah=True)
    if nilai is None or not acuan.n or nilai in acuan.n:
        return
    benar = acuan.n[-1]
    kalimat = (
        f"Bagian '{a.bagian}' mencetak {koma(a.nilai)} responden, padahal baris hasilnya {ribuan(benar)}. Samakan keduanya."
    )
    yield temuan_angka("DATA-06", Tingkat.GALAT, a, str(benar), kalimat)


def _mungkin(awalan: str, nrr: Selang, n: int | None, pasti: bool) -> list[Selang]:
    """What may be printed of an unsur: NRR, 25 x NRR, sum of answers or NRR x bobot, also of an NRR rounded before."""
    if awalan == "jumlah":
        return [Selang(nrr.bawah * n * (1 if pasti else TERISI), nrr.atas * n)] if n else []
    if awalan == "":
        return [nrr]
    dasar = [nrr, *(dibulatkan_dulu(nrr, d) for d in DESIMAL_NRR)]
    faktor = [Fraction(25)] if awalan == "konversi" else [b.nilai() for b in Bobot]
    return [s.kali(f) for f in faktor for s in dasar]


def dibulatkan_dulu(selang: Selang, desimal: int) -> Selang:
    """The values of an interval after rounding to some places."""
    return Selang(Fraction(bulatkan(selang.bawah, desimal)), Fraction(bulatkan(selang.atas, desimal)))


def _deret(awalan: str, angka: Mapping[Unsur, AngkaTercetak], acuan: Acuan) -> Iterator[Temuan]:
    nilai = {u: x for u, a in angka.items() if (x := baca_angka(a.nilai, awalan == "jumlah")) is not None and u in acuan.nrr}
    desimal = None if awalan == "jumlah" or bernol(nilai.values()) else desimal_sederet(nilai.values())
    beda: dict[Unsur, tuple[Tingkat, Decimal]] = {}
    for u, x in nilai.items():
        n = acuan.n[-1] if acuan.n else None
        if acuan.tabulasi is not None and awalan == "jumlah":
            n = acuan.tabulasi.n_unsur(u)
        mungkin, longgar_ = (_mungkin(awalan, s[u], n, acuan.pasti) for s in (acuan.nrr, acuan.nrr_longgar))
        putusan = bandingkan(x, mungkin, longgar_, desimal)
        if putusan is not None:
            beda[u] = putusan
    if not beda:
        return
    tingkat = next(t for t in Tingkat if any(p[0] is t for p in beda.values()))
    pertama = next(u for u, p in beda.items() if p[0] is tingkat)
    daftar = deret(f"{NAMA_PENDEK[u]} {koma(angka[u].nilai)} (seharusnya {koma(p[1])})" for u, p in beda.items())
    sebab = "tampak dipotong, bukan dibulatkan" if tingkat is Tingkat.INFO else _sumber(acuan)
    kalimat = f"{SEBUTAN_DERET[awalan]} pada bagian '{angka[pertama].bagian}' {sebab}: {daftar}."
    yield temuan_angka("DATA-06", tingkat, angka[pertama], str(beda[pertama][1]), kalimat)


def _sumber(acuan: Acuan) -> str:
    return "tidak sesuai jawaban respondennya" if acuan.pasti else "tidak sesuai baris hasilnya"


def bandingkan(
    nilai: Decimal, mungkin: Sequence[Selang], mungkin_longgar: Sequence[Selang], desimal: int | None = None
) -> tuple[Tingkat, Decimal] | None:
    """None when rounding explains a printed figure; else its weight (info when cut-off digits do) and the right figure."""
    if not mungkin or _ada(dibulatkan(nilai, desimal), mungkin):
        return None
    benar = bulatkan(mungkin[0].tengah, desimal_tercetak(nilai) if desimal is None else desimal)
    terpotong = _ada(longgar(nilai, desimal), mungkin_longgar) or _ada(dipotong(nilai, desimal), mungkin)
    return (Tingkat.INFO if terpotong else Tingkat.GALAT), benar


def _ada(selang: Selang, mungkin: Iterable[Selang]) -> bool:
    return any(selang.beririsan(s) for s in mungkin)


def _jumlah_tertimbang(a: AngkaTercetak, acuan: Acuan, bagian: Mapping[Unsur, AngkaTercetak]) -> Iterator[Temuan]:
    """The sum of NRR x bobot: of exact products, of rounded ones, or of the printed ones."""
    if len(acuan.nrr) < len(Unsur):
        return
    dasar = jumlah(acuan.nrr.values())
    nilai = baca_angka(a.nilai)
    if nilai is None:
        if a.nilai.strip().casefold() in TAK_TERCETAK:
            benar = bulatkan(dasar.tengah * _bobot(acuan, dasar), 2)
            kalimat = f"Jumlah NRR tertimbang pada bagian '{a.bagian}' tidak dicetak; isinya {koma(benar)}."
            yield temuan_angka("DATA-06", Tingkat.INFO, a, str(benar), kalimat)
        return
    desimal = desimal_tercetak(nilai)
    tercetak = [x for s in bagian.values() if (x := baca_angka(s.nilai)) is not None]
    lebar = [dasar.kali(b.nilai()).lebarkan(Fraction(len(Unsur), 2 * 10**desimal)) for b in Bobot]
    if len(tercetak) == len(Unsur):
        lebar.append(tepat(sum(tercetak, Decimal(0))))
    putusan = bandingkan(nilai, [dasar.kali(_bobot(acuan, dasar)), *lebar], lebar)
    if putusan is not None:
        tingkat, benar = putusan
        kalimat = (
            f"Jumlah NRR tertimbang pada bagian '{a.bagian}' tercetak {koma(a.nilai)}, "
            f"padahal kesembilan unsurnya memberi {koma(benar)}."
        )
        yield temuan_angka("DATA-06", tingkat, a, str(benar), kalimat)


def _bobot(acuan: Acuan, jumlah_nrr: Selang) -> Fraction:
    """The bobot that gives the printed index of the row; 1/9 where none is printed."""
    ikm = None if acuan.baris is None else acuan.baris.ikm_tercetak
    if ikm is None:
        return Bobot.SEPERSEMBILAN.nilai()
    return min((b.nilai() for b in Bobot), key=lambda b: abs(25 * b * jumlah_nrr.tengah - Fraction(ikm)))


def temuan_angka(aturan: str, tingkat: Tingkat, a: AngkaTercetak, seharusnya: str, kalimat: str) -> Temuan:
    """A finding at a repeated figure; `bidang` names the section too, for several sections may repeat the same fault."""
    return Temuan(aturan, tingkat, kalimat, a.upp_id, a.periode, None, f"{a.bagian}:{a.kunci}", a.nilai, seharusnya)
