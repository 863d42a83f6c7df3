"""The questionnaire: questions and answer words per unsur are data with versions; the default wording is this program's own.

An unsur may be asked by several questions (spec 1.2). A version never changes: an answer knows what it was an answer to.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur, UrutanUnsur

BUTIR_PER_UNSUR = 6
PANJANG_TANYA, PANJANG_PILIHAN = 240, 60
Pilihan = tuple[str, str, str, str]


class KuesionerTidakSah(DomainError):
    """A questionnaire cannot be asked as it stands."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One question: the unsur it asks (None = penilaian umum, which enters no index) and its words for the answers 1, 2, 3, 4."""

    unsur: Unsur | None
    tanya: str
    pilihan: Pilihan


@dataclass(frozen=True, slots=True)
class Kuesioner:
    """One version. `layanan_id` None = for the whole instansi; `id` None = the default, not stored yet. `butir` in the order asked."""

    nomor: int
    umum: Butir
    butir: tuple[Butir, ...]
    layanan_id: int | None = None
    id: int | None = None

    @property
    def kode(self) -> str:
        """How paper names the version: "V1" of the instansi, "L12-V3" of a layanan."""
        return f"V{self.nomor}" if self.layanan_id is None else f"L{self.layanan_id}-V{self.nomor}"

    def letak(self, unsur: Unsur) -> list[int]:
        """Positions (from 0) of the questions of an unsur."""
        return [i for i, b in enumerate(self.butir) if b.unsur is unsur]

    @property
    def urutan(self) -> UrutanUnsur:
        """Whether pengaduan is asked before sarpras, as in the regulation, or after it."""
        pertama = next((b.unsur for b in self.butir if b.unsur in (Unsur.PENGADUAN, Unsur.SARPRAS)), Unsur.PENGADUAN)
        return UrutanUnsur.PERMENPAN if pertama is Unsur.PENGADUAN else UrutanUnsur.KUESIONER

    @property
    def tunggal(self) -> bool:
        """Whether every unsur is asked by one question."""
        return len(self.butir) == len(Unsur)


def _pilihan(kata: str) -> Pilihan:
    return f"Tidak {kata}", f"Kurang {kata}", kata.capitalize(), f"Sangat {kata}"


_BAWAAN: dict[Unsur, tuple[str, Pilihan]] = {
    Unsur.PERSYARATAN: ("Seberapa sesuai syarat yang diminta dengan yang diumumkan?", _pilihan("sesuai")),
    Unsur.PROSEDUR: ("Seberapa mudah langkah-langkah yang harus Anda lalui?", _pilihan("mudah")),
    Unsur.WAKTU: ("Seberapa cepat urusan Anda diselesaikan?", _pilihan("cepat")),
    Unsur.BIAYA: (
        "Seberapa wajar biaya yang Anda bayar?",
        ("Tidak wajar", "Kurang wajar", "Wajar", "Sangat wajar atau gratis"),
    ),
    Unsur.PRODUK: ("Seberapa sesuai hasil layanan dengan yang dijanjikan?", _pilihan("sesuai")),
    Unsur.KOMPETENSI: ("Seberapa mampu petugas mengurus keperluan Anda?", _pilihan("mampu")),
    Unsur.PERILAKU: (
        "Bagaimana sikap petugas kepada Anda?",
        ("Tidak sopan", "Kurang sopan", "Sopan dan ramah", "Sangat sopan dan ramah"),
    ),
    Unsur.PENGADUAN: (
        "Bagaimana keluhan dan saran ditanggapi di sini?",
        ("Tidak ada tempat mengadu", "Ada, tetapi tidak ditanggapi", "Ditanggapi", "Ditanggapi dengan cepat dan jelas"),
    ),
    Unsur.SARPRAS: (
        "Bagaimana keadaan ruang, loket, dan perlengkapan di sini?",
        ("Buruk", "Kurang baik", "Baik", "Sangat baik"),
    ),
}
KUESIONER_BAWAAN = Kuesioner(
    nomor=1,
    umum=Butir(None, "Secara keseluruhan, bagaimana layanan yang Anda terima?", _pilihan("baik")),
    butir=tuple(Butir(unsur, *_BAWAAN[unsur]) for unsur in Unsur),
)


def periksa_kuesioner(kuesioner: Kuesioner) -> None:
    """Raises KuesionerTidakSah: an unsur without a question or with too many, a blank or overlong text, two equal answer words."""
    banyak = Counter(b.unsur for b in kuesioner.butir)
    for unsur in Unsur:
        if not 1 <= banyak[unsur] <= BUTIR_PER_UNSUR:
            raise KuesionerTidakSah(
                f"Unsur {NAMA_UNSUR[unsur]} harus mempunyai satu sampai {BUTIR_PER_UNSUR} pertanyaan; kini {banyak[unsur]}."
            )
    for butir in (kuesioner.umum, *kuesioner.butir):
        for kalimat in keliru_butir(butir).values():
            raise KuesionerTidakSah(kalimat)


def keliru_butir(butir: Butir) -> dict[str, str]:
    """What is wrong with a question: a sentence for "tanya", one for "pilihan"; empty = nothing."""
    nama = "penilaian umum" if butir.unsur is None else NAMA_UNSUR[butir.unsur]
    keliru: dict[str, str] = {}
    if not butir.tanya.strip() or len(butir.tanya) > PANJANG_TANYA:
        keliru["tanya"] = f"Pertanyaan {nama} harus diisi, paling banyak {PANJANG_TANYA} huruf."
    if any(not p.strip() or len(p) > PANJANG_PILIHAN for p in butir.pilihan):
        keliru["pilihan"] = f"Keempat pilihan jawaban {nama} harus diisi, masing-masing paling banyak {PANJANG_PILIHAN} huruf."
    elif len({p.casefold().strip() for p in butir.pilihan}) < len(butir.pilihan):
        keliru["pilihan"] = f"Keempat pilihan jawaban {nama} tidak boleh sama."
    return keliru


def sama_isi(satu: Kuesioner, lain: Kuesioner) -> bool:
    """Whether two versions ask the same in the same order, whatever their numbers and scopes."""
    return (satu.umum, satu.butir) == (lain.umum, lain.butir)


def beda_kuesioner(lama: Kuesioner, baru: Kuesioner) -> dict[str, list[Any]]:
    """{"waktu": [before, after]} of the parts that differ, as plain JSON values; "urutan" when U8 and U9 changed places."""
    beda: dict[str, list[Any]] = {}
    if lama.urutan is not baru.urutan:
        beda["urutan"] = [lama.urutan.value, baru.urutan.value]
    if lama.umum != baru.umum:
        beda["umum"] = [_butir_json(lama.umum), _butir_json(baru.umum)]
    for unsur in Unsur:
        dulu, kini = ([_butir_json(k.butir[i]) for i in k.letak(unsur)] for k in (lama, baru))
        if dulu != kini:
            beda[unsur.value] = [dulu, kini]
    return beda


def kuesioner_ke_json(kuesioner: Kuesioner) -> dict[str, Any]:
    """The words of a version as plain JSON values; its number and scope are kept beside it."""
    return {"umum": _butir_json(kuesioner.umum), "butir": [_butir_json(b) for b in kuesioner.butir]}


def kuesioner_dari_json(isi: Mapping[str, Any], nomor: int, layanan_id: int | None, id_: int | None) -> Kuesioner:
    """A stored version."""
    return Kuesioner(nomor, _butir_dari(isi["umum"]), tuple(_butir_dari(b) for b in isi["butir"]), layanan_id, id_)


def _butir_json(butir: Butir) -> dict[str, Any]:
    return {"unsur": butir.unsur and butir.unsur.value, "tanya": butir.tanya, "pilihan": list(butir.pilihan)}


def _butir_dari(isi: Mapping[str, Any]) -> Butir:
    pilihan: Sequence[str] = isi["pilihan"]
    return Butir(Unsur(isi["unsur"]) if isi["unsur"] else None, isi["tanya"], (pilihan[0], pilihan[1], pilihan[2], pilihan[3]))
