"""A made-up year whose print is right in every digit, and faults put into it one by one: each names the rule that must find it."""

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from rtl_tracker.domain.angka import bulatkan
from rtl_tracker.domain.ikm import hitung_ikm
from rtl_tracker.domain.mutu import kinerja, mutu
from rtl_tracker.domain.pengaturan import Bobot
from rtl_tracker.domain.unsur import Unsur

TAHUN, UNIT = 2023, 60
UNSUR = [u.value for u in Unsur]
Baris = dict[str, str]
Rusak = Callable[["Laporan", str, random.Random], None]


@dataclass
class Laporan:
    """The sheets of a workbook as rows, and of each unit its exact NRR per period."""

    upp: list[Baris] = field(default_factory=list)
    hasil: list[Baris] = field(default_factory=list)
    instansi: list[Baris] = field(default_factory=list)

    def baris(self, upp: str, periode: str) -> Baris:
        """The row of a unit and period."""
        return next(b for b in self.hasil if b["upp"] == upp and b["periode"] == periode)

    def periode(self, upp: str) -> list[str]:
        """The measured periods of a unit."""
        return [b["periode"] for b in self.hasil if b["upp"] == upp and b["periode"] not in ("TAHUNAN", "RATA_S1", "RATA_S2")]

    def tulis(self, folder: Path) -> Path:
        """Write the folder of CSV."""
        folder.mkdir(parents=True, exist_ok=True)
        for nama in ("upp", "hasil", "instansi"):
            baris: list[Baris] = getattr(self, nama)
            with (folder / f"{nama}.csv").open("w", newline="", encoding="utf-8") as berkas:
                penulis = csv.DictWriter(berkas, list(dict.fromkeys(k for b in baris for k in b)), restval="")
                penulis.writeheader()
                penulis.writerows(baris)
        return folder


def laporan_benar(benih: int, bobot: Bobot = Bobot.SEPERSEMBILAN) -> Laporan:
    """Units by triwulan, semester and year; on either scale; computed from unrounded values or from the printed ones."""
    acak, laporan = random.Random(benih), Laporan()
    tahunan: list[Fraction] = []
    for nomor in range(1, UNIT + 1):
        nama = f"Dinas Urusan {nomor:02d} & Pelayanan"
        laporan.upp.append({"nama": nama, "jenis": "Dinas"})
        periode = (("TW1", "TW2", "TW3", "TW4"), ("S1", "S2"), ("TAHUNAN",))[nomor % 3]
        skala, dari_cetak = ("nrr", "konversi")[nomor % 2], nomor % 5 == 0
        pusat = acak.uniform(2.7, 3.7)
        ikm: dict[str, Fraction] = {}
        nrr: dict[str, list[Fraction]] = {}
        for p in periode:
            n = acak.randint(60, 400)
            nrr[p] = [_rata(acak, n, pusat) for _ in Unsur]
            dasar = [_dari(_cetak(x, skala), skala) for x in nrr[p]] if dari_cetak else nrr[p]
            ikm[p] = hitung_ikm(dasar, bobot)
            laporan.hasil.append(_baris(nama, p, skala, nrr[p], ikm[p], n))
        tahunan.append(_tambah_rata(laporan, nama, skala, nrr, ikm))
    laporan.instansi = [
        {"kunci": "nama", "nilai": "Kota Buatan"}, {"kunci": "tahun", "nilai": str(TAHUN)}, {"kunci": "bobot", "nilai": bobot.value},
        {"kunci": "urutan_unsur", "nilai": "permenpan"},
        {"kunci": "ikm_tercetak", "nilai": str(bulatkan(sum(tahunan) / len(tahunan), 2))},
    ]  # fmt: skip
    return laporan


def _rata(acak: random.Random, n: int, pusat: float) -> Fraction:
    """The mean of n answers near a centre."""
    return Fraction(round(min(3.95, max(1.5, acak.gauss(pusat, 0.12))) * n), n)


def _cetak(nrr: Fraction, skala: str) -> Decimal:
    return bulatkan(25 * nrr if skala == "konversi" else nrr, 2)


def _dari(cetak: Decimal, skala: str) -> Fraction:
    return Fraction(cetak) / (25 if skala == "konversi" else 1)


def _baris(nama: str, periode: str, skala: str, nrr: list[Fraction], ikm: Fraction, n: int) -> Baris:
    nilai = bulatkan(ikm, 2)
    return {
        "upp": nama, "periode": periode, "skala": skala, **{u: str(_cetak(x, skala)) for u, x in zip(UNSUR, nrr, strict=True)},
        "ikm_tercetak": str(nilai), "kategori_tercetak": f"{mutu(nilai).value} ({kinerja(mutu(nilai))})", "jumlah_responden": str(n),
    }  # fmt: skip


def _tambah_rata(laporan: Laporan, nama: str, skala: str, nrr: dict[str, list[Fraction]], ikm: dict[str, Fraction]) -> Fraction:
    """The printed means above the measured periods; returns the annual index."""
    if list(nrr) == ["TAHUNAN"]:
        return ikm["TAHUNAN"]
    responden = {b["periode"]: int(b["jumlah_responden"]) for b in laporan.hasil if b["upp"] == nama}
    semester = {"S1": ("TW1", "TW2"), "S2": ("TW3", "TW4")} if "TW1" in nrr else {}
    for s, (a, b) in semester.items():
        nrr[s] = [(x + y) / 2 for x, y in zip(nrr[a], nrr[b], strict=True)]
        ikm[s], responden[s] = (ikm[a] + ikm[b]) / 2, responden[a] + responden[b]
        laporan.hasil.append(_baris(nama, f"RATA_{s}", skala, nrr[s], ikm[s], responden[s]))
    rata = [(x + y) / 2 for x, y in zip(nrr["S1"], nrr["S2"], strict=True)]
    tahunan = (ikm["S1"] + ikm["S2"]) / 2
    laporan.hasil.append(_baris(nama, "TAHUNAN", skala, rata, tahunan, responden["S1"] + responden["S2"]))
    return tahunan


def _ubah_ikm(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """The index of a measured row is another number."""
    b = laporan.baris(upp, laporan.periode(upp)[0] if laporan.periode(upp) else "TAHUNAN")
    nilai = Decimal(b["ikm_tercetak"]) + acak.choice((Decimal("0.9"), Decimal("-1.3"), Decimal("2.7")))
    b["ikm_tercetak"] = str(nilai)
    b["kategori_tercetak"] = f"{mutu(nilai).value} ({kinerja(mutu(nilai))})"


def _ubah_kelas(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """The class does not fit the number."""
    b = acak.choice([b for b in laporan.hasil if b["upp"] == upp])
    lain = [m for m in "ABCD" if not b["kategori_tercetak"].startswith(m)]
    huruf = acak.choice(lain)
    b["kategori_tercetak"] = acak.choice((huruf, f"{b['kategori_tercetak'][0]} (Cukup)", "CUKUP"))


def _ubah_bobot(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """The index follows the weight 0.11."""
    for b in laporan.hasil:
        if b["upp"] == upp:
            nilai = bulatkan(Fraction(b["ikm_tercetak"]) * Fraction(99, 100), 2)
            b["ikm_tercetak"], b["kategori_tercetak"] = str(nilai), f"{mutu(nilai).value} ({kinerja(mutu(nilai))})"


def _ubah_rata(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """The index of the annual row is not the mean of its periods."""
    b = laporan.baris(upp, "TAHUNAN")
    nilai = Decimal(b["ikm_tercetak"]) + acak.choice((Decimal("0.7"), Decimal("-0.9")))
    b["ikm_tercetak"], b["kategori_tercetak"] = str(nilai), f"{mutu(nilai).value} ({kinerja(mutu(nilai))})"


def _ubah_unsur_rata(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """One unsur of the annual row is not the mean of its periods."""
    b, u = laporan.baris(upp, "TAHUNAN"), acak.choice(UNSUR)
    b[u] = str(Decimal(b[u]) - (Decimal("0.11") if b["skala"] == "nrr" else Decimal("2.75")))


def _ubah_n(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """The respondents of the year are not the sum of the periods."""
    b = laporan.baris(upp, "TAHUNAN")
    b["jumlah_responden"] = str(int(b["jumlah_responden"]) + acak.choice((1, 9, -10, 90)))


def _salin_periode(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """The second period carries the unsur of the first."""
    a, b = (laporan.baris(upp, p) for p in laporan.periode(upp)[:2])
    b.update({k: a[k] for k in (*UNSUR, "ikm_tercetak", "kategori_tercetak")})


def _salin_unit(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """All measured rows carry the unsur of another unit."""
    asal = laporan.hasil[0]
    b = laporan.baris(upp, laporan.periode(upp)[0] if laporan.periode(upp) else "TAHUNAN")
    b.update({k: asal[k] for k in (*UNSUR, "ikm_tercetak", "kategori_tercetak", "skala")})


def _nol(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """0,00 is printed for no data."""
    b = laporan.baris(upp, laporan.periode(upp)[0] if laporan.periode(upp) else "TAHUNAN")
    b.update(dict.fromkeys(UNSUR, ""), ikm_tercetak="0.00", jumlah_responden="0", kategori_tercetak="D (Tidak Baik)")


def _kecil(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """Very few respondents."""
    b = laporan.baris(upp, laporan.periode(upp)[0] if laporan.periode(upp) else "TAHUNAN")
    b["jumlah_responden"] = str(acak.randint(2, 29))


def _lompat(laporan: Laporan, upp: str, acak: random.Random) -> None:
    """The second period lies far below the first."""
    b = laporan.baris(upp, laporan.periode(upp)[1])
    turun = Decimal("0.6") if b["skala"] == "nrr" else Decimal("15")
    b.update({u: str(Decimal(b[u]) - turun) for u in UNSUR})
    nilai = Decimal(b["ikm_tercetak"]) - 15
    b["ikm_tercetak"], b["kategori_tercetak"] = str(nilai), f"{mutu(nilai).value} ({kinerja(mutu(nilai))})"


@dataclass(frozen=True)
class Kesalahan:
    """One kind of fault: the rule that must find it at the unit; `berperiode`: only units with several periods."""

    aturan: str
    nama: str
    rusak: Rusak
    berperiode: bool = False


KESALAHAN: tuple[Kesalahan, ...] = (
    Kesalahan("IKM-01", "index is another number", _ubah_ikm),
    Kesalahan("IKM-02", "index by the weight 0.11", _ubah_bobot),
    Kesalahan("IKM-03", "class does not fit", _ubah_kelas),
    Kesalahan("IKM-06", "annual index is no mean", _ubah_rata, True),
    Kesalahan("IKM-06", "unsur of the annual row is no mean", _ubah_unsur_rata, True),
    Kesalahan("IKM-08", "0,00 for no data", _nol),
    Kesalahan("DATA-01", "respondents are no sum", _ubah_n, True),
    Kesalahan("DATA-02", "period copied from another", _salin_periode, True),
    Kesalahan("DATA-02", "unit copied from another", _salin_unit),
    Kesalahan("DATA-03", "fewer than 30 respondents", _kecil),
    Kesalahan("DATA-05", "jump of 15 points", _lompat, True),
)


def unit_rusak(laporan: Laporan, kesalahan: Kesalahan, banyak: int, acak: random.Random) -> list[str]:
    """Put the fault into `banyak` units; returns their names. The first unit stays whole: others are copied from it."""
    calon = [b["nama"] for b in laporan.upp[1:] if not kesalahan.berperiode or len(laporan.periode(b["nama"])) > 1]
    dipilih = sorted(acak.sample(calon, banyak))
    for upp in dipilih:
        kesalahan.rusak(laporan, upp, acak)
    return dipilih
