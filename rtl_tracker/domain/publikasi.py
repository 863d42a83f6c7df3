"""What is published of a period: figures rounded as printed, frozen. It knows its own JSON and nothing of live data."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Any

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.pengaturan import AgregasiInstansi, Bobot
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.unsur import Unsur

BENTUK = 1
INSTANSI = "instansi"
"""What stands for the instansi where units stand under their ids."""


class PublikasiDitolak(DomainError):
    """A result cannot be published or withdrawn; str(error) says why and what to do."""


class Sebab(StrEnum):
    """Why a unit is not among the published ones."""

    BELUM_ADA_HASIL = "belum_ada_hasil"
    TIDAK_WAJIB = "tidak_wajib"
    NIHIL = "nihil"
    BELUM_DITERIMA = "belum_diterima"


KALIMAT_SEBAB: dict[Sebab, str] = {
    Sebab.BELUM_ADA_HASIL: "belum ada hasil survei pada periode ini",
    Sebab.TIDAK_WAJIB: "jadwal surveinya bukan pada periode ini",
    Sebab.NIHIL: "tidak ada pelayanan pada periode ini",
    Sebab.BELUM_DITERIMA: "hasilnya masih diperiksa",
}


@dataclass(frozen=True, slots=True)
class UnsurTerbit:
    """One unsur: its konversi (25-100, two decimals) and class."""

    konversi: Decimal
    mutu: Mutu

    @property
    def panjang(self) -> int:
        """Length of its bar, 0-1000, on the scale 25-100."""
        return panjang_batang(self.konversi)


@dataclass(frozen=True, slots=True)
class ProfilTerbit:
    """One profile column: groups of five people or more, and the sum of the smaller ones (0 = none); both empty = not shown."""

    indikator: str
    kelompok: tuple[tuple[str, int], ...]
    digabung: int


@dataclass(frozen=True, slots=True)
class AngkaTerbit:
    """The published result of one unit, or of the instansi (`upp_id` None).

    `n` None = not known. `bagian`: the periods whose mean it is; `banyak_unit`: units behind the figure. `unsur` is empty where it
    is not known, or where fewer than five people answered.
    """

    upp_id: int | None
    nama: str
    kelompok: str
    ikm: Decimal
    mutu: Mutu
    n: int | None
    banyak_unit: int | None = None
    bagian: tuple[Periode, ...] = ()
    unsur: Mapping[Unsur, UnsurTerbit] = field(default_factory=dict)
    profil: tuple[ProfilTerbit, ...] = ()

    @property
    def panjang(self) -> int:
        """Length of its bar, 0-1000, on the scale 25-100."""
        return panjang_batang(self.ikm)


@dataclass(frozen=True, slots=True)
class UnitTanpa:
    """A unit that is not among the published ones, and why."""

    upp_id: int
    nama: str
    sebab: Sebab


@dataclass(frozen=True, slots=True)
class IsiPublikasi:
    """Everything that the public sees of a period. `indeks` None = the instansi has no index. `desimal`: of an index.

    `mulai`, `selesai`: first and last day of the survey.
    """

    instansi: str
    istilah_unit: str
    tahun: int
    periode: Periode
    mulai: date
    selesai: date
    bobot: Bobot
    agregasi: AgregasiInstansi
    desimal: int
    indeks: AngkaTerbit | None
    unit: tuple[AngkaTerbit, ...]
    tanpa: tuple[UnitTanpa, ...]

    def angka(self, upp_id: int | None) -> AngkaTerbit | None:
        """The figures of one unit (None: of the instansi)."""
        return self.indeks if upp_id is None else next((u for u in self.unit if u.upp_id == upp_id), None)

    @property
    def ringkas(self) -> dict[str, str]:
        """The index of the instansi and of every unit, by `kunci_ringkas`."""
        semua = [*([self.indeks] if self.indeks is not None else []), *self.unit]
        return {kunci_ringkas(a.upp_id): str(a.ikm) for a in semua}


def panjang_batang(nilai: Decimal) -> int:
    """Length of a bar, 0-1000, on the scale 25-100."""
    return max(0, min(1000, int((nilai - 25) * 1000 / 75)))


def kunci_ringkas(upp_id: int | None) -> str:
    """Under which name the index of a unit (None: of the instansi) is kept."""
    return INSTANSI if upp_id is None else str(upp_id)


def sidik_isi(isi: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of frozen figures, the same however a database orders the keys."""
    return sha256(json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def isi_sebagai_json(isi: IsiPublikasi) -> dict[str, Any]:
    """Plain values to be stored and hashed."""
    return {
        "bentuk": BENTUK,
        "instansi": isi.instansi,
        "istilah_unit": isi.istilah_unit,
        "tahun": isi.tahun,
        "periode": isi.periode.value,
        "mulai": isi.mulai.isoformat(),
        "selesai": isi.selesai.isoformat(),
        "bobot": isi.bobot.value,
        "agregasi": isi.agregasi.value,
        "desimal": isi.desimal,
        "indeks": None if isi.indeks is None else _angka_json(isi.indeks),
        "unit": [_angka_json(a) for a in isi.unit],
        "tanpa": [{"upp_id": t.upp_id, "nama": t.nama, "sebab": t.sebab.value} for t in isi.tanpa],
    }


def isi_dari_json(isi: Mapping[str, Any]) -> IsiPublikasi:
    """What `isi_sebagai_json` gave."""
    return IsiPublikasi(
        instansi=isi["instansi"],
        istilah_unit=isi["istilah_unit"],
        tahun=isi["tahun"],
        periode=Periode(isi["periode"]),
        mulai=date.fromisoformat(isi["mulai"]),
        selesai=date.fromisoformat(isi["selesai"]),
        bobot=Bobot(isi["bobot"]),
        agregasi=AgregasiInstansi(isi["agregasi"]),
        desimal=isi["desimal"],
        indeks=None if isi["indeks"] is None else _angka_dari_json(isi["indeks"]),
        unit=tuple(_angka_dari_json(a) for a in isi["unit"]),
        tanpa=tuple(UnitTanpa(t["upp_id"], t["nama"], Sebab(t["sebab"])) for t in isi["tanpa"]),
    )


def _angka_json(a: AngkaTerbit) -> dict[str, Any]:
    return {
        "upp_id": a.upp_id,
        "nama": a.nama,
        "kelompok": a.kelompok,
        "ikm": str(a.ikm),
        "mutu": a.mutu.value,
        "n": a.n,
        "banyak_unit": a.banyak_unit,
        "bagian": [p.value for p in a.bagian],
        "unsur": {u.value: [str(x.konversi), x.mutu.value] for u, x in a.unsur.items()},
        "profil": [[p.indikator, [[nilai, n] for nilai, n in p.kelompok], p.digabung] for p in a.profil],
    }


def _angka_dari_json(a: Mapping[str, Any]) -> AngkaTerbit:
    unsur = a["unsur"]
    return AngkaTerbit(
        upp_id=a["upp_id"],
        nama=a["nama"],
        kelompok=a["kelompok"],
        ikm=Decimal(a["ikm"]),
        mutu=Mutu(a["mutu"]),
        n=a["n"],
        banyak_unit=a["banyak_unit"],
        bagian=tuple(Periode(p) for p in a["bagian"]),
        unsur={u: UnsurTerbit(Decimal(unsur[u][0]), Mutu(unsur[u][1])) for u in Unsur if u in unsur},
        profil=tuple(
            ProfilTerbit(judul, tuple((nilai, n) for nilai, n in kelompok), gabung) for judul, kelompok, gabung in a["profil"]
        ),
    )
