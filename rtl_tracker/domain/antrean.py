"""The queue of realisasi that wait for verification: its order, what comes next, and which items are alike (spec 2.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, lipat

ALASAN_SIAP: dict[str, str] = {
    "tidak_terbuka": "Bukti tidak dapat dibuka, atau tautannya meminta masuk akun.",
    "tidak_sesuai": "Bukti tidak menunjukkan kegiatan yang direncanakan.",
    "tanpa_keterangan": "Bukti tidak memperlihatkan tanggal atau tempat kegiatan.",
    "di_luar_waktu": "Tanggal pada bukti berada di luar waktu pelaksanaan.",
    "uraian_kurang": "Uraian belum menjelaskan apa yang dilakukan dan apa hasilnya.",
    "indikator_belum": "Indikator keluaran belum tercapai menurut bukti yang ada.",
    "kurang_lengkap": "Bukti belum mencakup seluruh kegiatan.",
}
_TAK_DIKETAHUI = datetime.max.replace(tzinfo=UTC)
Kunci = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class Menunggu:
    """A realisasi that waits. `bukti`: what tells its links and files from others; `pengunggah`: accounts that uploaded them.

    `dilapor_pada` None = it came from a workbook, nobody knows when it was reported.
    """

    id: int
    upp_id: int | None
    tahun: int
    periode: Periode
    unsur: Unsur | None
    unsur_teks: str
    kegiatan: str
    dilapor_pada: datetime | None
    dilapor_oleh: int | None
    versi: int
    data_contoh: bool
    bukti: frozenset[str] = frozenset()
    banyak_bukti: int = 0
    pengunggah: frozenset[int] = frozenset()

    @property
    def nama_unsur(self) -> str:
        """The unsur in words."""
        return NAMA_UNSUR[self.unsur] if self.unsur is not None else self.unsur_teks

    @property
    def terlibat(self) -> frozenset[int]:
        """Accounts that may not decide about it: who reported it, who uploaded its bukti."""
        return terlibat(self.dilapor_oleh, self.pengunggah)


@dataclass(frozen=True, slots=True)
class Letak:
    """The place of an item: "3 dari 17", and the ids of its neighbours."""

    urutan: int
    banyak: int
    sebelum_id: int | None
    sesudah_id: int | None


def terlibat(dilapor_oleh: int | None, pengunggah: frozenset[int]) -> frozenset[int]:
    """Accounts that may not decide about a realisasi (spec 2.1)."""
    return pengunggah if dilapor_oleh is None else pengunggah | {dilapor_oleh}


def kunci_urut(rtl_id: int, dilapor_pada: datetime | None) -> Kunci:
    """Place in the queue: the oldest report first; those of unknown age last; equal ones in the order they were entered."""
    return dilapor_pada or _TAK_DIKETAHUI, rtl_id


def urutkan(daftar: Iterable[Menunggu]) -> list[Menunggu]:
    """The queue in its order."""
    return sorted(daftar, key=lambda m: kunci_urut(m.id, m.dilapor_pada))


def berikutnya(antrean: Sequence[Menunggu], sesudah: Kunci | None) -> Menunggu | None:
    """The first item behind a place (of an item that may have left the queue), else the first one; None when nobody waits."""
    lanjut = (m for m in antrean if sesudah is None or kunci_urut(m.id, m.dilapor_pada) > sesudah)
    return next(lanjut, antrean[0] if antrean else None)


def letak(antrean: Sequence[Menunggu], rtl_id: int) -> Letak | None:
    """Where an item stands in the queue; None when it is not in it."""
    urutan = next((i for i, m in enumerate(antrean) if m.id == rtl_id), None)
    if urutan is None:
        return None
    sebelum = antrean[urutan - 1].id if urutan > 0 else None
    sesudah = antrean[urutan + 1].id if urutan + 1 < len(antrean) else None
    return Letak(urutan + 1, len(antrean), sebelum, sesudah)


def hari_menunggu(dilapor_pada: datetime | None, now: datetime) -> int | None:
    """Whole days (24 hours each) since the report; None when it is not known."""
    return None if dilapor_pada is None else max((now - dilapor_pada).days, 0)


def kelompokkan(antrean: Sequence[Menunggu]) -> list[list[Menunggu]]:
    """Items that are alike, in groups of two and more, groups and items in the order of the queue.

    Alike are items of one unit with the same words for the kegiatan or with a bukti in common, also by way of a third item.
    Equal bukti of different units are never a group: that is to be asked about, not to be confirmed at one stroke.
    """
    induk = list(range(len(antrean)))

    def akar(i: int) -> int:
        while induk[i] != i:
            induk[i] = induk[induk[i]]
            i = induk[i]
        return i

    pertama: dict[tuple[int | None, str, str], int] = {}
    for i, m in enumerate(antrean):
        for ciri in _ciri(m):
            a, b = sorted((akar(i), akar(pertama.setdefault(ciri, i))))
            induk[b] = a
    kelompok: dict[int, list[Menunggu]] = {}
    for i, m in enumerate(antrean):
        kelompok.setdefault(akar(i), []).append(m)
    return [satu for satu in kelompok.values() if len(satu) > 1]


def alasan_lengkap(siap: str, bebas: str) -> str:
    """The reason of a return from a ready-made sentence (key of ALASAN_SIAP, or none) and free words."""
    return " ".join(teks for teks in (ALASAN_SIAP.get(siap, ""), bebas.strip()) if teks)


def _ciri(m: Menunggu) -> list[tuple[int | None, str, str]]:
    """What makes an item equal to another of its unit."""
    kata = lipat(m.kegiatan)
    return [*([(m.upp_id, "kegiatan", kata)] if kata else []), *((m.upp_id, "bukti", kunci) for kunci in sorted(m.bukti))]
