"""Master data of units: added and changed by Bagian Organisasi (spec 2.4). Every change is an event."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from rtl_tracker.domain.izin import TidakTerjangkau, periksa_izin, unit_terjangkau
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import Frekuensi
from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp, urut_menurut_induk
from rtl_tracker.spreadsheets.sel import satu_baris
from rtl_tracker.storage import upp_repository as repo
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.usecases.isi_hasil import IsianSalah
from rtl_tracker.usecases.perubahan import perbedaan, periksa_versi_jejak, versi_jejak

PANJANG: dict[str, int] = {
    "nama": 255, "kode": 64, "singkatan": 64, "jenis": 64, "kelompok": 128, "alamat": 1000, "telepon": 128, "pelaksana": 128,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class IsianUpp:
    """A unit as typed; texts may be empty but for its name."""

    nama: str
    kode: str = ""
    singkatan: str = ""
    jenis: str = ""
    kelompok: str = ""
    induk_id: int | None = None
    alamat: str = ""
    telepon: str = ""
    frekuensi: Frekuensi | None = None
    ikut_rerata: bool = True
    pelaksana: str = ""


def daftar_upp(session: Session, pelaku: Pelaku) -> list[tuple[int, Upp]]:
    """(depth, unit) with every unit below its induk. Raises AksesDitolak."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    return urut_menurut_induk(repo.list_upp(session))


def muat_upp(session: Session, pelaku: Pelaku, upp_id: int) -> tuple[Upp, int]:
    """A unit and the version of its data. Raises AksesDitolak, TidakTerjangkau."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    unit = repo.upp_menurut_id(session, upp_id)
    if unit is None:
        raise TidakTerjangkau("Unit ini tidak ada.")
    return unit, versi_jejak(session, JenisJejak.UPP_DIUBAH, Objek.UPP, upp_id)


def tambah_upp(session: Session, pelaku: Pelaku, now: datetime, isian: IsianUpp) -> int:
    """A new unit at the end of the list; returns its id. Raises IsianSalah."""
    periksa_izin(pelaku, Izin.KELOLA_DATA_INDUK)
    rapi = _periksa(session, isian, None)
    upp_id = repo.tambah_upp(session, asdict(rapi))
    _catat(session, pelaku, now, upp_id, perbedaan(IsianUpp(""), rapi, asdict(rapi)), f"Unit {rapi.nama} ditambahkan")
    return upp_id


def ubah_upp(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, isian: IsianUpp, versi: int) -> bool:
    """Change a unit; True when something changed. `versi`: as given by muat_upp. Raises IsianSalah, BerubahLebihDahulu."""
    lama, _ = muat_upp(session, pelaku, upp_id)
    periksa_versi_jejak(session, JenisJejak.UPP_DIUBAH, Objek.UPP, upp_id, versi)
    rapi = _periksa(session, isian, upp_id)
    beda = perbedaan(lama, rapi, asdict(rapi))
    if beda:
        repo.ubah_upp(session, upp_id, asdict(rapi))
        _catat(session, pelaku, now, upp_id, beda, f"Data unit {rapi.nama} diubah")
    return bool(beda)


def _periksa(session: Session, isian: IsianUpp, upp_id: int | None) -> IsianUpp:
    """The texts trimmed. Raises IsianSalah for a missing or taken name, texts that are too long, an induk in a circle."""
    teks = {k: satu_baris(getattr(isian, k)) for k in PANJANG}
    salah = {k: f"Paling banyak {n} huruf." for k, n in PANJANG.items() if len(teks[k]) > n}
    if not lipat(teks["nama"]):
        salah["nama"] = "Nama unit wajib diisi."
    elif repo.id_menurut_nama(session).get(lipat(teks["nama"]), upp_id) != upp_id:
        salah["nama"] = "Nama ini sudah dipakai unit lain (huruf besar dan tanda baca tidak membedakan)."
    induk = {u.id: u.induk_id for u in repo.list_upp(session)}
    if isian.induk_id is not None and (
        isian.induk_id not in induk or (upp_id is not None and isian.induk_id in unit_terjangkau(upp_id, induk))
    ):
        salah["induk_id"] = "Induk tidak boleh unit itu sendiri atau unit di bawahnya."
    if salah:
        raise IsianSalah(salah)
    return IsianUpp(**teks, induk_id=isian.induk_id, frekuensi=isian.frekuensi, ikut_rerata=isian.ikut_rerata)


def _catat(session: Session, pelaku: Pelaku, now: datetime, upp_id: int, rincian: Mapping[str, object], catatan: str) -> None:
    catat_jejak(session, pelaku, now, JenisJejak.UPP_DIUBAH, Objek.UPP, upp_id, upp_id=upp_id, catatan=catatan, rincian=rincian)
