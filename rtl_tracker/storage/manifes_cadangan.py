"""What a backup holds: the manifest inside its archive, and the names an entry may have (spec 5.3)."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.jejak import Kepala

FORMAT = 1
MANIFES, BASIS_DATA, KUNCI = "manifes.json", "basisdata", "kunci_rahasia"
BUKTI, LAPORAN = "bukti", "laporan"
SIDIK = re.compile(r"[0-9a-f]{64}")
_NAMA_BUKTI = re.compile(r"bukti/([0-9a-f]{2})/\1[0-9a-f]{62}")
_TERLARANG = frozenset('\\:*?"<>|')


class CadanganDitolak(DomainError):
    """A backup cannot be made, or an archive is not (any more) what this program wrote; str() is the sentence for the user."""


@dataclass(frozen=True, slots=True)
class Entri:
    """One file of the archive: its name there, its size in bytes, its SHA-256 (hex)."""

    nama: str
    ukuran: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifes:
    """What the archive holds and where it comes from.

    `versi`: of the program; `skema`: revision of the schema; `dialek`: sqlite or postgresql; `kepala`: head of the audit chain in
    the copied database, None when the copy is of another schema than the program's.
    """

    versi: str
    skema: str
    waktu: datetime
    dialek: str
    kepala: Kepala | None
    isi: tuple[Entri, ...]


def nama_sah(nama: str) -> bool:
    """Whether an entry may have this name: one of the two single files, a bukti under its hash, or a plain path below `laporan`."""
    if nama in (BASIS_DATA, KUNCI) or _NAMA_BUKTI.fullmatch(nama):
        return True
    awal, *bagian = nama.split("/")
    wajar = nama.isprintable() and _TERLARANG.isdisjoint(nama)
    return awal == LAPORAN and bool(bagian) and wajar and all(b.strip(". ") and not b.endswith((".", " ")) for b in bagian)


def tulis_manifes(m: Manifes) -> bytes:
    """The manifest as JSON."""
    kepala = None if m.kepala is None else {"catatan": m.kepala.banyak, "hash": m.kepala.hash}
    isi = {
        "format": FORMAT, "program": "rtl-tracker", "versi": m.versi, "skema": m.skema, "waktu": m.waktu.isoformat(),
        "basis_data": m.dialek, "kepala": kepala, "isi": [asdict(e) for e in m.isi],
    }  # fmt: skip
    return json.dumps(isi, ensure_ascii=False, indent=1).encode()


def baca_manifes(isi: bytes) -> Manifes:
    """The manifest of an archive. Raises CadanganDitolak when it is none, or of a later form."""
    try:
        data = json.loads(isi)
        if data["program"] == "rtl-tracker" and _bulat(data["format"]) > FORMAT:
            raise CadanganDitolak("Arsip ini dibuat oleh program yang lebih baru; pulihkan dengan versi program itu.")
        manifes = _manifes(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as galat:
        if isinstance(galat, CadanganDitolak):
            raise
        raise CadanganDitolak("Daftar isi arsip tidak dapat dibaca; arsip ini bukan buatan rtl-tracker.") from galat
    if len({e.nama for e in manifes.isi}) != len(manifes.isi):
        raise CadanganDitolak("Daftar isi arsip memuat satu nama dua kali; arsip ini bukan buatan rtl-tracker.")
    return manifes


def _manifes(data: Mapping[str, Any]) -> Manifes:
    kepala = data["kepala"]
    return Manifes(
        versi=_teks(data["versi"]),
        skema=_teks(data["skema"]),
        waktu=datetime.fromisoformat(_teks(data["waktu"])),
        dialek=_teks(data["basis_data"]),
        kepala=None if kepala is None else Kepala(_bulat(kepala["catatan"]), _sidik(kepala["hash"])),
        isi=tuple(Entri(_teks(e["nama"]), _bulat(e["ukuran"]), _sidik(e["sha256"])) for e in data["isi"]),
    )


def _teks(nilai: object) -> str:
    if not isinstance(nilai, str) or not nilai.isprintable():
        raise ValueError("Not a text.")
    return nilai


def _bulat(nilai: object) -> int:
    if type(nilai) is not int or nilai < 0:
        raise ValueError("Not a whole number.")
    return nilai


def _sidik(nilai: object) -> str:
    if not SIDIK.fullmatch(_teks(nilai)):
        raise ValueError("Not a SHA-256.")
    return str(nilai)
