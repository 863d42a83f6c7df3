"""Facts of chapter II: who handed in, how many answered, who they were, how they were asked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan, persen
from rtl_tracker.domain.pengaturan import AturanSampel
from rtl_tracker.domain.penyampaian import hari_terlambat
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.profil import JenisKelamin, Pekerjaan, Pendidikan, Usia
from rtl_tracker.domain.rekap import RekapUpp
from rtl_tracker.domain.sampel import N_CATATAN_KAKI, sampel_wajib
from rtl_tracker.reports.tahunan.bahan import BahanLaporan

INDIKATOR: dict[str, tuple[str, tuple[str, ...]]] = {
    "jenis_kelamin": ("Jenis kelamin", tuple(x.value for x in JenisKelamin)),
    "usia": ("Usia (tahun)", tuple(x.value for x in Usia)),
    "pendidikan": ("Pendidikan", tuple(x.value for x in Pendidikan)),
    "pekerjaan": ("Pekerjaan", tuple(x.value for x in Pekerjaan)),
}


@dataclass(frozen=True, slots=True)
class BarisKelompok:
    """One kelompok of T7: units that handed in, said nihil, and did not hand in. `terlambat`: of those that handed in."""

    kelompok: str
    menyampaikan: int
    nihil: int
    tidak: int
    terlambat: int = 0

    @property
    def jumlah(self) -> int:
        """All units of the kelompok."""
        return self.menyampaikan + self.nihil + self.tidak


@dataclass(frozen=True, slots=True)
class BarisResponden:
    """Respondents of one UPP in the year: obtained, share of all, population and required number (None = not known)."""

    nama: str
    n: int
    persen: Decimal
    populasi: int | None
    wajib: int | None

    @property
    def memenuhi(self) -> bool | None:
        """Whether the required number was obtained; None where it is not known."""
        return None if self.wajib is None else self.n >= self.wajib


@dataclass(frozen=True, slots=True)
class BarisProfil:
    """One value of a profile column: count and per cent of the questionnaires that filled it."""

    indikator: str
    data: str
    jumlah: int
    persen: Decimal


@dataclass(frozen=True, slots=True)
class FaktaPengumpulan:
    """Chapter II. `belum_lengkap`: units that handed in but lack owed periods, with those periods.

    `terlambat`: units that sent a dossier after its due date, with the days of the latest one; `bertanggal`: how many of the units
    that handed in have a known day of sending (dossiers handed in outside the program have none).
    """

    kelompok: tuple[BarisKelompok, ...]
    wajib: int
    menyampaikan: int
    nihil: tuple[str, ...]
    tidak: tuple[str, ...]
    belum_lengkap: tuple[tuple[str, tuple[Periode, ...]], ...]
    responden: tuple[BarisResponden, ...]
    jumlah_responden: int
    tanpa_jumlah: tuple[str, ...]
    kecil: tuple[str, ...]
    aturan_sampel: AturanSampel
    profil: tuple[BarisProfil, ...]
    terlambat: tuple[tuple[str, int], ...]
    bertanggal: int
    metode: tuple[tuple[str, int], ...]
    pelaksana: tuple[tuple[str, int], ...]


def susun_fakta_pengumpulan(bahan: BahanLaporan) -> FaktaPengumpulan:
    """All facts of chapter II. A parent that only shows the mean of its children owes nothing of its own."""
    unit = [r for r in bahan.rekap.upp if not _hanya_induk(r, bahan)]
    status = {r.upp.id: _status(r) for r in unit}
    responden = _responden(unit, bahan)
    hari = _hari_terlambat(bahan)
    return FaktaPengumpulan(
        kelompok=_kelompok(unit, status, hari),
        wajib=len(unit),
        menyampaikan=sum(s == "menyampaikan" for s in status.values()),
        nihil=tuple(r.upp.nama for r in unit if status[r.upp.id] == "nihil"),
        tidak=tuple(r.upp.nama for r in unit if status[r.upp.id] == "tidak"),
        belum_lengkap=_belum_lengkap(unit),
        responden=responden,
        jumlah_responden=sum(b.n for b in responden),
        tanpa_jumlah=tuple(r.upp.nama for r in unit if r.tahunan is not None and r.tahunan.n is None),
        kecil=tuple(b.nama for b in responden if b.n < N_CATATAN_KAKI),
        aturan_sampel=bahan.rekap.pengaturan.aturan_sampel,
        profil=_profil(bahan.profil_responden),
        terlambat=tuple((r.upp.nama, hari[r.upp.id]) for r in unit if hari.get(r.upp.id)),
        bertanggal=sum(r.upp.id in hari and status[r.upp.id] == "menyampaikan" for r in unit),
        metode=_cacah(unit, "metode"),
        pelaksana=_cacah_pelaksana(unit),
    )


def _hanya_induk(r: RekapUpp, bahan: BahanLaporan) -> bool:
    return not r.terukur and any(u.upp.induk_id == r.upp.id for u in bahan.rekap.upp) and not r.cetak_rata


def _status(r: RekapUpp) -> str:
    if r.tahunan is not None and (r.tahunan.ikm is not None or r.tahunan.nrr):
        return "menyampaikan"
    return "nihil" if r.nihil else "tidak"


def _hari_terlambat(bahan: BahanLaporan) -> dict[int, int]:
    """Days late of the latest dossier, by unit, for units of which the day of sending is known (0 = all in time)."""
    hari: dict[int, int] = {}
    for berkas in bahan.penyampaian:
        if berkas.pertama_dikirim is not None:
            batas = bahan.kalender[berkas.periode].kirim_batas
            hari[berkas.upp_id] = max(hari.get(berkas.upp_id, 0), hari_terlambat(berkas, batas, berkas.pertama_dikirim.date()))
    return hari


def _kelompok(unit: list[RekapUpp], status: Mapping[int, str], hari: Mapping[int, int]) -> tuple[BarisKelompok, ...]:
    nama = list(dict.fromkeys(r.upp.kelompok_cetak for r in unit))
    hitung = Counter((r.upp.kelompok_cetak, status[r.upp.id]) for r in unit)
    telat = Counter(r.upp.kelompok_cetak for r in unit if hari.get(r.upp.id) and status[r.upp.id] == "menyampaikan")
    return tuple(BarisKelompok(k, hitung[k, "menyampaikan"], hitung[k, "nihil"], hitung[k, "tidak"], telat[k]) for k in nama)


def _belum_lengkap(unit: list[RekapUpp]) -> tuple[tuple[str, tuple[Periode, ...]], ...]:
    kurang = []
    for r in unit:
        if r.terukur and r.upp.frekuensi is not None:
            hilang = tuple(p for p in r.upp.periode_wajib if p not in r.hasil)
            if hilang:
                kurang.append((r.upp.nama, hilang))
    return tuple(kurang)


def _responden(unit: list[RekapUpp], bahan: BahanLaporan) -> tuple[BarisResponden, ...]:
    berdata = [(r, r.tahunan.n) for r in unit if r.tahunan is not None and r.tahunan.n]
    jumlah = sum(n for _, n in berdata)
    aturan = bahan.rekap.pengaturan.aturan_sampel
    baris = [
        BarisResponden(
            nama=r.upp.nama,
            n=n,
            persen=bulatkan(persen(n, jumlah) or 0, 2),
            populasi=_populasi(r),
            wajib=sampel_wajib(aturan, _populasi(r)),
        )
        for r, n in berdata
    ]
    return tuple(sorted(baris, key=lambda b: -b.n))


def _populasi(r: RekapUpp) -> int | None:
    """Users of the service in the year: the sum over the measured periods when every one of them is known."""
    semua = [h.populasi for h in r.terukur]
    diketahui = [p for p in semua if p is not None]
    return sum(diketahui) if diketahui and len(diketahui) == len(semua) else None


def _profil(cacah: Mapping[str, Mapping[str, int]]) -> tuple[BarisProfil, ...]:
    baris = []
    for kolom, (indikator, urutan) in INDIKATOR.items():
        isi = cacah.get(kolom, {})
        jumlah = sum(isi.values())
        baris += [
            BarisProfil(indikator, data, isi.get(data, 0), bulatkan(persen(isi.get(data, 0), jumlah) or 0, 2))
            for data in urutan
            if jumlah
        ]
    return tuple(baris)


def _cacah(unit: list[RekapUpp], kolom: str) -> tuple[tuple[str, int], ...]:
    """How many measured periods name each value, most frequent first."""
    hitung = Counter(getattr(h, kolom).strip() for r in unit for h in r.terukur)
    return tuple((nilai, banyak) for nilai, banyak in hitung.most_common() if nilai)


def _cacah_pelaksana(unit: list[RekapUpp]) -> tuple[tuple[str, int], ...]:
    hitung = Counter(r.upp.pelaksana.strip() for r in unit if r.terukur)
    return tuple((nilai, banyak) for nilai, banyak in hitung.most_common() if nilai)
