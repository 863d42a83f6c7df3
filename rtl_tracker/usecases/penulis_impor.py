"""What the parts of one running import share."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy.orm import Session

from rtl_tracker.domain.unsur import lipat
from rtl_tracker.spreadsheets.masalah import Masalah

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass
class Penulis:
    """One running import: the session, the ids it knows, and the refusals that only the stored data can show."""

    session: Session
    tahun: int
    ganti: bool
    diubah: Counter[str] = field(default_factory=Counter)
    galat: list[Masalah] = field(default_factory=list)
    upp: dict[str, int] = field(default_factory=dict)
    layanan: dict[tuple[int, str], int] = field(default_factory=dict)

    def id_upp(self, nama: str) -> int:
        """The id of a unit that the reader has let through."""
        return self.upp[lipat(nama)]

    def id_pemilik(self, nama: str | None) -> int | None:
        """The id of a unit; None for the instansi."""
        return None if nama is None else self.id_upp(nama)

    def id_layanan(self, upp_id: int, nama: str | None) -> int | None:
        """The id of a layanan of the unit; None for the whole unit."""
        return None if nama is None else self.layanan[upp_id, lipat(nama)]

    def tolak_beda(self, lembar: str, baris: int | None, sebutan: str) -> None:
        """Refuse a row that differs from what is stored."""
        kalimat = (
            f"{sebutan} sudah tersimpan dengan isi yang berbeda. Tambahkan --ganti untuk mengganti data tahun {self.tahun} "
            f"pada lembar '{lembar}', atau hapus barisnya dari buku kerja."
        )
        self.galat.append(Masalah("galat", lembar, baris, None, None, kalimat))

    def pilah(
        self, masuk: Mapping[K, V], lama: Mapping[K, V], tolak: Callable[[K], None], kosongkan: Callable[[], None]
    ) -> list[V]:
        """What is to be stored of the rows handed in, by the rule of every import.

        The same again is left alone, new ones are added, different ones go to `tolak`; with `ganti` everything stored is
        replaced (`kosongkan`) as soon as anything differs.
        """
        if self.ganti and masuk != lama:
            kosongkan()
            return list(masuk.values())
        for kunci in (k for k in masuk if k in lama and lama[k] != masuk[k]):
            tolak(kunci)
        return [isi for kunci, isi in masuk.items() if kunci not in lama]
