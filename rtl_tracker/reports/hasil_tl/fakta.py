"""Facts of the Laporan Hasil Tindak Lanjut: each RTL with its number, its bukti that count, and its successor; and the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rtl_tracker.domain.angka import bulatkan, bulatkan_bila_ada
from rtl_tracker.domain.bukti import Bukti, bergambar
from rtl_tracker.domain.hasil import Hasil
from rtl_tracker.domain.ikm import konversi
from rtl_tracker.domain.pengaturan import DasarRealisasi, Pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.realisasi import realisasi_rtl
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import NAMA_UNSUR, urutan_unsur
from rtl_tracker.domain.upp import Upp
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import sebut_unsur_rtl


@dataclass(frozen=True, slots=True)
class BahanHasilTl:
    """What the report is made from. `bukti` by RTL, superseded ones included; `lanjutan`: RTL carried over, by the one they come from.

    `terukur`: (year, result) of the measured periods of that year and the next, in order. `rusak` are the SHA-256 of pictures that cannot be shown.
    """

    pengaturan: Pengaturan
    upp: Upp
    tahun: int
    periode: Periode
    rtl: tuple[Rtl, ...]
    bukti: Mapping[int, Sequence[Bukti]]
    lanjutan: Mapping[int, Rtl]
    terukur: tuple[tuple[int, Hasil], ...] = ()
    rusak: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RtlBernomor:
    """One RTL with its number ("1.2") and what proves it: pictures that can be shown, pictures that cannot, other files and links."""

    nomor: str
    rtl: Rtl
    gambar: tuple[Bukti, ...]
    rusak: tuple[Bukti, ...]
    lainnya: tuple[Bukti, ...]
    lanjutan: Rtl | None


@dataclass(frozen=True, slots=True)
class DampakUnsur:
    """Konversi (25-100, 2 decimals) of an unsur in the period of its plan and in a later measured one (spec 1.9)."""

    sebelum: Decimal
    sesudah: Decimal

    @property
    def selisih(self) -> Decimal:
        """Difference of the printed values."""
        return self.sesudah - self.sebelum


@dataclass(frozen=True, slots=True)
class KelompokUnsur:
    """The RTL of one unsur under its number, how many of them are done, and how the unsur moved where it was measured again."""

    nomor: int
    nama: str
    rtl: tuple[RtlBernomor, ...]
    dampak: DampakUnsur | None

    @property
    def selesai(self) -> int:
        """Reported as done, the verified ones too."""
        return sum(b.rtl.selesai for b in self.rtl)

    @property
    def terverifikasi(self) -> int:
        """Confirmed by somebody else."""
        return sum(b.rtl.terverifikasi for b in self.rtl)

    @property
    def tanpa_status(self) -> int:
        """Of which nothing was reported."""
        return sum(b.rtl.status is None for b in self.rtl)


@dataclass(frozen=True, slots=True)
class FaktaHasilTl:
    """The report. Percentages with 2 decimals; None = no RTL has a status. `belum`: known not to be done; `tanpa_status`: unknown."""

    pengaturan: Pengaturan
    upp: Upp
    tahun: int
    periode: Periode
    kelompok: tuple[KelompokUnsur, ...]
    direncanakan: int
    selesai: int
    terverifikasi: int
    dilaporkan: Decimal | None
    persen_terverifikasi: Decimal | None
    resmi: Decimal | None
    belum: tuple[RtlBernomor, ...]
    tidak_dilaksanakan: int
    tanpa_status: int
    selesai_tanpa_bukti: int
    banyak_gambar: int
    banyak_lainnya: int
    berperiode: bool
    data_contoh: bool

    @property
    def banyak_unsur(self) -> int:
        """Of the nine unsur, those that have a plan."""
        return len({b.rtl.unsur for b in self.semua} - {None})

    @property
    def semua(self) -> tuple[RtlBernomor, ...]:
        """Every RTL in the order of its number."""
        return tuple(b for k in self.kelompok for b in k.rtl)


def susun_fakta(bahan: BahanHasilTl) -> FaktaHasilTl:
    """The facts of the report."""
    kelompok = _kelompok(bahan)
    semua = [b for k in kelompok for b in k.rtl]
    r = realisasi_rtl(bahan.rtl)
    return FaktaHasilTl(
        pengaturan=bahan.pengaturan,
        upp=bahan.upp,
        tahun=bahan.tahun,
        periode=bahan.periode,
        kelompok=kelompok,
        direncanakan=len(semua),
        selesai=r.selesai,
        terverifikasi=r.terverifikasi,
        dilaporkan=bulatkan_bila_ada(r.resmi(DasarRealisasi.DILAPORKAN)),
        persen_terverifikasi=bulatkan_bila_ada(r.resmi(DasarRealisasi.TERVERIFIKASI)),
        resmi=bulatkan_bila_ada(r.resmi(bahan.pengaturan.dasar_realisasi)),
        belum=tuple(b for b in semua if b.rtl.status is not None and not b.rtl.selesai),
        tidak_dilaksanakan=sum(b.rtl.status is StatusRtl.TIDAK_DILAKSANAKAN for b in semua),
        tanpa_status=sum(k.tanpa_status for k in kelompok),
        selesai_tanpa_bukti=sum(b.rtl.selesai and not (b.gambar or b.rusak or b.lainnya) for b in semua),
        banyak_gambar=sum(len(b.gambar) for b in semua),
        banyak_lainnya=sum(len(b.lainnya) for b in semua),
        berperiode=len({b.rtl.periode for b in semua}) > 1,
        data_contoh=any(b.rtl.data_contoh for b in semua),
    )


def _kelompok(bahan: BahanHasilTl) -> tuple[KelompokUnsur, ...]:
    """RTL by unsur in the declared order of the nine, then those that name no single unsur: 1.1, 1.2, 2.1 ..."""
    urutan = [NAMA_UNSUR[u] for u in urutan_unsur(bahan.pengaturan.urutan_unsur)]
    per_unsur: dict[str, list[Rtl]] = {nama: [] for nama in urutan}
    for rtl in bahan.rtl:
        per_unsur.setdefault(sebut_unsur_rtl(rtl), []).append(rtl)
    terisi = [(nama, daftar) for nama, daftar in per_unsur.items() if daftar]
    return tuple(
        KelompokUnsur(
            i, nama, tuple(_bernomor(f"{i}.{j}", rtl, bahan) for j, rtl in enumerate(daftar, start=1)), _dampak(daftar, bahan)
        )
        for i, (nama, daftar) in enumerate(terisi, start=1)
    )


def _dampak(daftar: Sequence[Rtl], bahan: BahanHasilTl) -> DampakUnsur | None:
    """The value where the first of these RTL was born, and the one measured right after the last of them (or as late as there is one)."""
    unsur = daftar[0].unsur
    if unsur is None:
        return None
    terukur = [(tahun, h) for tahun, h in bahan.terukur if unsur in h.nrr]
    lahir = [i for i, (tahun, h) in enumerate(terukur) if tahun == bahan.tahun and any(r.periode is h.periode for r in daftar)]
    akhir = min(lahir[-1] + 1, len(terukur) - 1) if lahir else 0
    if not lahir or akhir == lahir[0]:
        return None
    return DampakUnsur(*(bulatkan(konversi(terukur[i][1].nrr[unsur])) for i in (lahir[0], akhir)))


def _bernomor(nomor: str, rtl: Rtl, bahan: BahanHasilTl) -> RtlBernomor:
    berlaku = [b for b in bahan.bukti.get(rtl.id, ()) if b.diganti_oleh is None]
    gambar = [b for b in berlaku if b.tipe is not None and bergambar(b.tipe)]
    return RtlBernomor(
        nomor=nomor,
        rtl=rtl,
        gambar=tuple(b for b in gambar if b.sha256 not in bahan.rusak),
        rusak=tuple(b for b in gambar if b.sha256 in bahan.rusak),
        lainnya=tuple(b for b in berlaku if b not in gambar),
        lanjutan=bahan.lanjutan.get(rtl.id),
    )
