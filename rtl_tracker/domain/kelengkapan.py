"""What a dossier lacks before it is sent: errors block, warnings need a note (spec 1.6, 1.9, 2.2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rtl_tracker.domain.rtl import Rtl, unsur_wajib_rtl
from rtl_tracker.domain.sampel import N_CATATAN_KAKI
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """One thing that is missing; `unsur` where it concerns one."""

    tingkat: Tingkat
    kalimat: str
    unsur: Unsur | None = None


def periksa_kelengkapan(
    nrr: Mapping[Unsur, Fraction] | None, n: int | None, rtl: Sequence[Rtl], jumlah_prioritas: int, nihil: bool
) -> list[Kekurangan]:
    """What the dossier of a period lacks. `nrr` None = no result is stored; a nihil dossier owes nothing but its reason."""
    if nihil:
        return []
    if nrr is None:
        return [
            Kekurangan(Tingkat.GALAT, "Hasil SKM periode ini belum diisi. Isi hasilnya, impor buku kerja, atau nyatakan nihil.")
        ]
    kurang = [*_responden(n), *_unsur_tanpa_rtl(nrr, rtl, jumlah_prioritas)]
    for satu in rtl:
        if not satu.tenggat and not satu.waktu:
            kurang.append(Kekurangan(Tingkat.PERINGATAN, f"RTL '{_potong(satu.kegiatan)}' belum bertenggat.", satu.unsur))
        if not satu.penanggung_jawab:
            kurang.append(
                Kekurangan(Tingkat.PERINGATAN, f"RTL '{_potong(satu.kegiatan)}' belum ada penanggung jawabnya.", satu.unsur)
            )
    return kurang


def ada_galat(kurang: Iterable[Kekurangan]) -> bool:
    """Whether something blocks sending."""
    return any(k.tingkat is Tingkat.GALAT for k in kurang)


def ada_peringatan(kurang: Iterable[Kekurangan]) -> bool:
    """Whether sending needs a note."""
    return any(k.tingkat is Tingkat.PERINGATAN for k in kurang)


def _responden(n: int | None) -> list[Kekurangan]:
    if n is None:
        return [Kekurangan(Tingkat.PERINGATAN, "Jumlah responden belum diisi.")]
    if n < N_CATATAN_KAKI:
        return [
            Kekurangan(Tingkat.PERINGATAN, f"Responden hanya {n} orang; di bawah {N_CATATAN_KAKI} hasilnya diberi catatan.")
        ]
    return []


def _unsur_tanpa_rtl(nrr: Mapping[Unsur, Fraction], rtl: Sequence[Rtl], jumlah_prioritas: int) -> list[Kekurangan]:
    ber_rtl = {r.unsur for r in rtl}
    return [
        Kekurangan(Tingkat.PERINGATAN, f"Unsur {NAMA_UNSUR[u]} wajib memiliki RTL, tetapi belum ada.", u)
        for u in unsur_wajib_rtl(nrr, jumlah_prioritas)
        if u not in ber_rtl
    ]


def _potong(teks: str, panjang: int = 60) -> str:
    return teks if len(teks) <= panjang else f"{teks[: panjang - 1].rstrip()}…"
