"""One answered questionnaire of a running survey, and how it is counted: every count is kept by adding and taking away (spec 1.2, 1.11)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from typing import Any
from unicodedata import category

from rtl_tracker.domain.analisis import saran_unsur
from rtl_tracker.domain.kuesioner import Kuesioner
from rtl_tracker.domain.profil import JenisKelamin, Pekerjaan, Pendidikan, Usia
from rtl_tracker.domain.saran import unsur_saran
from rtl_tracker.domain.survei import JAWABAN, PER, Nilai, Tabulasi, kode_nilai, nilai_dari_kode
from rtl_tracker.domain.unsur import Unsur, lipat

PANJANG_SARAN = 1000
DISABILITAS = ("tidak", "ya")
PILIHAN_PROFIL: dict[str, tuple[str, ...]] = {
    "jenis_kelamin": tuple(x.value for x in JenisKelamin),
    "usia": tuple(x.value for x in Usia),
    "pendidikan": tuple(x.value for x in Pendidikan),
    "pekerjaan": tuple(x.value for x in Pekerjaan),
    "disabilitas": DISABILITAS,
}
"""The values a profile column may hold; nothing else is ever stored (spec 1.11)."""


class Saluran(StrEnum):
    """How a questionnaire came in."""

    DARING = "daring"
    KIOS = "kios"
    KERTAS = "kertas"
    IMPOR = "impor"


class JenisCacah(StrEnum):
    """What is counted of the valid questionnaires of a survey; `tidak_sah` counts the others."""

    N = "n"
    TIDAK_SAH = "tidak_sah"
    LENGKAP = "lengkap"
    TOTAL = "total"
    KUADRAT = "kuadrat"
    UNSUR = "unsur"
    UMUM = "umum"
    JENIS_KELAMIN = "jenis_kelamin"
    USIA = "usia"
    PENDIDIKAN = "pendidikan"
    PEKERJAAN = "pekerjaan"
    DISABILITAS = "disabilitas"
    HARI = "hari"
    SALURAN = "saluran"


KunciCacah = tuple[JenisCacah, str]
Cacah = Mapping[KunciCacah, int]


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What one questionnaire says. `nilai`: nine values in the order of Unsur (None = blank); `butir`: the answers 1-4 to every
    question, kept where an unsur is asked by more than one. No field names a person."""

    nilai: tuple[Nilai | None, ...]
    tanggal: date
    saluran: Saluran = Saluran.DARING
    butir: tuple[int | None, ...] | None = None
    umum: int | None = None
    usia: str | None = None
    jenis_kelamin: str | None = None
    pendidikan: str | None = None
    pekerjaan: str | None = None
    disabilitas: str | None = None
    saran: str = ""

    @property
    def kosong(self) -> bool:
        """Nobody's opinion: not one unsur was answered."""
        return all(n is None for n in self.nilai)

    @property
    def lurus(self) -> bool:
        """Straight-lining: all nine unsur answered with one and the same value. A hint, never a verdict."""
        return None not in self.nilai and len(set(self.nilai)) == 1

    @property
    def unsur_saran(self) -> Unsur | None:
        """The one unsur that the saran is about: named in it, else rated lowest; None without a saran, or when it is not clear."""
        return saran_unsur(self.nilai, unsur_saran(self.saran)) if self.saran else None


def isi_profil(jawaban: Jawaban, profil: Mapping[str, str | None]) -> Jawaban:
    """The questionnaire with these respondent data; what is none of the offered bands is left out (spec 1.11)."""
    isi: dict[str, Any] = {kolom: x if (x := profil.get(kolom)) in nilai else None for kolom, nilai in PILIHAN_PROFIL.items()}
    return replace(jawaban, **isi)


def susun_jawaban(kuesioner: Kuesioner, jawaban: Sequence[int | None], kerangka: Jawaban) -> Jawaban:
    """The answers (1-4, None = blank) to the questions of a version as values of the nine unsur.

    The value of an unsur is the mean of its answered questions. `kerangka` brings everything else. Raises ValueError for a wrong
    number of answers or one outside 1-4.
    """
    if len(jawaban) != len(kuesioner.butir) or any(j is not None and j not in JAWABAN for j in jawaban):
        raise ValueError("answers do not fit the questionnaire")
    nilai = tuple(rerata_butir([jawaban[i] for i in kuesioner.letak(unsur)]) for unsur in Unsur)
    return replace(kerangka, nilai=nilai, butir=None if kuesioner.tunggal else tuple(jawaban))


def rerata_butir(jawaban: Sequence[int | None]) -> Nilai | None:
    """Mean of the answered questions of one unsur, exact; a whole number stays one; None when none was answered."""
    terisi = [j for j in jawaban if j is not None]
    if not terisi:
        return None
    rata = Fraction(sum(terisi), len(terisi))
    return int(rata) if rata.denominator == 1 else rata


def rapikan_saran(teks: str) -> str:
    """What was written as it is kept: one kind of line end, no control characters, at most PANJANG_SARAN letters."""
    baris = teks.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(h for h in baris if h in "\n\t" or category(h) not in ("Cc", "Cs")).strip()[:PANJANG_SARAN].rstrip()


def sidik_isi(jawaban: Jawaban, layanan_id: int | None) -> str:
    """16 hex digits over what was answered: two questionnaires that say exactly the same share it (a hint of a duplicate)."""
    isi = [layanan_id, *jawaban.nilai, jawaban.umum, jawaban.usia, jawaban.jenis_kelamin, jawaban.pendidikan, jawaban.pekerjaan,
           jawaban.disabilitas, lipat(jawaban.saran)]  # fmt: skip
    return sha256("|".join("" if x is None else str(x) for x in isi).encode()).hexdigest()[:16]


def cacah_jawaban(jawaban: Jawaban) -> Counter[KunciCacah]:
    """What one valid questionnaire adds to the counts. Sums of totals are kept in sixtieths, squares in 3600ths: whole numbers."""
    cacah: Counter[KunciCacah] = Counter({(JenisCacah.N, ""): 1})
    cacah[JenisCacah.HARI, jawaban.tanggal.isoformat()] += 1
    cacah[JenisCacah.SALURAN, jawaban.saluran.value] += 1
    for unsur, nilai in zip(Unsur, jawaban.nilai, strict=True):
        if nilai is not None:
            cacah[JenisCacah.UNSUR, f"{unsur.value}:{kode_nilai(nilai)}"] += 1
    if jawaban.umum is not None:
        cacah[JenisCacah.UMUM, str(jawaban.umum)] += 1
    for kolom in PILIHAN_PROFIL:
        if (isi := getattr(jawaban, kolom)) is not None:
            cacah[JenisCacah(kolom), isi] += 1
    if None not in jawaban.nilai:
        total = int(sum(n for n in jawaban.nilai if n is not None) * PER)
        cacah.update({(JenisCacah.LENGKAP, ""): 1, (JenisCacah.TOTAL, ""): total, (JenisCacah.KUADRAT, ""): total * total})
    return cacah


def pindah_sah(jawaban: Jawaban, sah: bool) -> Counter[KunciCacah]:
    """What changes in the counts when a questionnaire becomes valid (or invalid): the same numbers come and go."""
    arah = 1 if sah else -1
    delta = Counter({kunci: arah * n for kunci, n in cacah_jawaban(jawaban).items()})
    delta[JenisCacah.TIDAK_SAH, ""] = -arah
    return delta


def jumlahkan_cacah(bagian: Sequence[Cacah]) -> Counter[KunciCacah]:
    """Counts of several groups together."""
    jumlah: Counter[KunciCacah] = Counter()
    for satu in bagian:
        jumlah.update(satu)
    return jumlah


def menurut_kunci(cacah: Cacah, jenis: JenisCacah) -> dict[str, int]:
    """The counts of one kind by their key; what has come down to nothing is left out."""
    return {kunci: n for (j, kunci), n in cacah.items() if j is jenis and n}


def tabulasi_dari_cacah(cacah: Cacah) -> Tabulasi:
    """The kept counts as the sums from which an index is computed."""
    utuh = {u: [0, 0, 0, 0] for u in Unsur}
    pecahan: dict[Unsur, dict[Fraction, int]] = {}
    for kunci, banyak in menurut_kunci(cacah, JenisCacah.UNSUR).items():
        nama, _, kode = kunci.partition(":")
        nilai = nilai_dari_kode(int(kode))
        if isinstance(nilai, Fraction):
            pecahan.setdefault(Unsur(nama), {})[nilai] = banyak
        else:
            utuh[Unsur(nama)][nilai - 1] = banyak
    return Tabulasi(
        hitungan={u: (b[0], b[1], b[2], b[3]) for u, b in utuh.items()},
        n=cacah.get((JenisCacah.N, ""), 0),
        n_lengkap=cacah.get((JenisCacah.LENGKAP, ""), 0),
        jumlah_total=Fraction(cacah.get((JenisCacah.TOTAL, ""), 0), PER),
        jumlah_kuadrat=Fraction(cacah.get((JenisCacah.KUADRAT, ""), 0), PER * PER),
        pecahan=pecahan,
    )
