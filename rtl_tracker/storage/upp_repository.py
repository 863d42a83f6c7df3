"""UPP and their layanan in the database."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.unsur import lipat
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage.tables import LayananTabel, ProfilTabel, UppTabel


def _upp(baris: UppTabel) -> Upp:
    return Upp(
        id=baris.id,
        nama=baris.nama,
        induk_id=baris.induk_id,
        kode=baris.kode,
        singkatan=baris.singkatan,
        jenis=baris.jenis,
        kelompok=baris.kelompok,
        alamat=baris.alamat,
        telepon=baris.telepon,
        frekuensi=baris.frekuensi,
        ikut_rerata=baris.ikut_rerata,
        pelaksana=baris.pelaksana,
    )


def list_upp(session: Session) -> tuple[Upp, ...]:
    """All UPP in the order in which they were first handed in."""
    return tuple(_upp(b) for b in session.scalars(select(UppTabel).order_by(UppTabel.urutan, UppTabel.id)))


def upp_menurut_id(session: Session, upp_id: int) -> Upp | None:
    """The unit of this id."""
    baris = session.get(UppTabel, upp_id)
    return None if baris is None else _upp(baris)


def ada_upp(session: Session, upp_id: int) -> bool:
    """Whether there is a unit of this id."""
    return upp_menurut_id(session, upp_id) is not None


def nama_upp(session: Session) -> dict[int, str]:
    """Name of every unit by its id."""
    return dict(session.execute(select(UppTabel.id, UppTabel.nama)).all())


def id_menurut_nama(session: Session) -> dict[str, int]:
    """Id of every UPP by its folded name."""
    return dict(session.execute(select(UppTabel.nama_terlipat, UppTabel.id)).all())


def simpan_upp(session: Session, nama: str, isian: dict[str, object]) -> str | None:
    """Create the UPP or put the non-empty fields in; returns "baru", "ubah" or None when nothing changed."""
    ada = session.scalar(select(UppTabel).where(UppTabel.nama_terlipat == lipat(nama)))
    if ada is None:
        urutan = (session.scalar(select(func.count()).select_from(UppTabel)) or 0) + 1
        terisi = {kunci: nilai for kunci, nilai in isian.items() if nilai is not None}
        session.add(UppTabel(nama=nama, nama_terlipat=lipat(nama), urutan=urutan, **terisi))
        session.flush()
        return "baru"
    beda = {kunci: nilai for kunci, nilai in isian.items() if nilai not in ("", None) and getattr(ada, kunci) != nilai}
    for kunci, nilai in beda.items():
        setattr(ada, kunci, nilai)
    return "ubah" if beda else None


def tambah_upp(session: Session, isi: Mapping[str, object]) -> int:
    """A new unit given as columns, at the end of the list; returns its id. Its name must be free."""
    urutan = (session.scalar(select(func.max(UppTabel.urutan))) or 0) + 1
    baris = UppTabel(urutan=urutan, nama_terlipat=lipat(str(isi["nama"])), **isi)
    session.add(baris)
    session.flush()
    return baris.id


def ubah_upp(session: Session, upp_id: int, isi: Mapping[str, object]) -> None:
    """Put columns into a unit, empty ones too. Its name must be free."""
    baris = session.get_one(UppTabel, upp_id)
    for kolom, nilai in isi.items():
        setattr(baris, kolom, nilai)
    baris.nama_terlipat = lipat(baris.nama)
    session.flush()


def setel_induk(session: Session, nama: str, induk: str) -> bool:
    """Put the unit under its induk (both known); True when that changed something."""
    unit = session.scalars(select(UppTabel).where(UppTabel.nama_terlipat == lipat(nama))).one()
    induk_id = session.scalars(select(UppTabel.id).where(UppTabel.nama_terlipat == lipat(induk))).one()
    if unit.induk_id == induk_id:
        return False
    unit.induk_id = induk_id
    return True


def id_layanan(session: Session, buat: set[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """Ids of layanan by (upp_id, folded name); the ones of `buat` (upp_id, name) that are missing are made."""
    ada = {(b.upp_id, b.nama_terlipat): b.id for b in session.scalars(select(LayananTabel))}
    for upp_id, nama in sorted(buat):
        if (upp_id, lipat(nama)) not in ada:
            baris = LayananTabel(upp_id=upp_id, nama=nama, nama_terlipat=lipat(nama))
            session.add(baris)
            session.flush()
            ada[upp_id, lipat(nama)] = baris.id
    return ada


def simpan_layanan(session: Session, layanan_id: int, biaya: str, standar_waktu: str) -> bool:
    """Put biaya and standar_waktu of a layanan in; True when that changed something."""
    baris = session.get_one(LayananTabel, layanan_id)
    baru = (biaya or baris.biaya, standar_waktu or baris.standar_waktu)
    if baru == (baris.biaya, baris.standar_waktu):
        return False
    baris.biaya, baris.standar_waktu = baru
    return True


def nama_layanan(session: Session) -> dict[int, str]:
    """Name of every layanan by its id."""
    return dict(session.execute(select(LayananTabel.id, LayananTabel.nama)).all())


def layanan_unit(session: Session, upp_id: int) -> dict[int, str]:
    """Name of every layanan of one unit by its id."""
    pilih = select(LayananTabel.id, LayananTabel.nama).where(LayananTabel.upp_id == upp_id).order_by(LayananTabel.id)
    return dict(session.execute(pilih).all())


def hapus_profil(session: Session, tahun: int, selain: Collection[tuple[int, str]]) -> int:
    """Remove the profile lines of the year except those of `selain` (upp_id, kunci); returns how many."""
    usang = [
        b for b in session.scalars(select(ProfilTabel).where(ProfilTabel.tahun == tahun)) if (b.upp_id, b.kunci) not in selain
    ]
    for baris in usang:
        session.delete(baris)
    return len(usang)


def simpan_profil(session: Session, upp_id: int, tahun: int, kunci: str, nilai: str) -> bool:
    """Keep one line of the profile of an UPP; True when that changed something."""
    pilih = select(ProfilTabel).where(ProfilTabel.upp_id == upp_id, ProfilTabel.tahun == tahun, ProfilTabel.kunci == kunci)
    ada = session.scalar(pilih)
    if ada is None:
        session.add(ProfilTabel(upp_id=upp_id, tahun=tahun, kunci=kunci, nilai=nilai))
        return True
    berubah, ada.nilai = ada.nilai != nilai, nilai
    return berubah
