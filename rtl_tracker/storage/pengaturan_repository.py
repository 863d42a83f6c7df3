"""Settings per year and the figures that published reports printed for the instansi."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.pengaturan import Pengaturan, ubah_pengaturan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage.tables import HasilTabel, PengaturanTahunTabel, TabulasiTabel, TercetakTabel


def muat_pengaturan(session: Session, tahun: int) -> Pengaturan:
    """The settings of the year; a year without its own takes those of the latest earlier year, else the defaults."""
    pilih = select(PengaturanTahunTabel).where(PengaturanTahunTabel.tahun <= tahun)
    ada = session.scalar(pilih.order_by(PengaturanTahunTabel.tahun.desc()).limit(1))
    return ubah_pengaturan(Pengaturan(), ada.isi) if ada else Pengaturan()


def simpan_pengaturan(session: Session, tahun: int, perubahan: Mapping[str, str]) -> bool:
    """Put settings (as texts) into the year; True when that changed something."""
    ada = session.get(PengaturanTahunTabel, tahun)
    if ada is None:
        pilih = select(PengaturanTahunTabel).where(PengaturanTahunTabel.tahun < tahun)
        lama = session.scalar(pilih.order_by(PengaturanTahunTabel.tahun.desc()).limit(1))
        session.add(PengaturanTahunTabel(tahun=tahun, isi={**(lama.isi if lama else {}), **perubahan}))
        return True
    baru = {**ada.isi, **perubahan}
    berubah, ada.isi = baru != ada.isi, baru
    return berubah


def muat_tercetak(session: Session, tahun: int) -> dict[tuple[Periode, str], str]:
    """Printed figures of the instansi by (periode, key)."""
    pilih = select(TercetakTabel).where(TercetakTabel.tahun == tahun)
    return {(b.periode, b.kunci): b.nilai for b in session.scalars(pilih)}


def simpan_tercetak(session: Session, tahun: int, tercetak: Mapping[tuple[Periode, str], str]) -> int:
    """Keep printed figures; returns how many are new or changed."""
    berubah = 0
    for (periode, kunci), nilai in tercetak.items():
        ada = session.get(TercetakTabel, (tahun, periode, kunci))
        if ada is None:
            session.add(TercetakTabel(tahun=tahun, periode=periode, kunci=kunci, nilai=nilai))
            berubah += 1
        elif ada.nilai != nilai:
            ada.nilai, berubah = nilai, berubah + 1
    return berubah


def hapus_tercetak(session: Session, tahun: int, selain: Collection[tuple[Periode, str]]) -> int:
    """Remove the printed figures of the year except those of `selain`; returns how many."""
    usang = [
        b
        for b in session.scalars(select(TercetakTabel).where(TercetakTabel.tahun == tahun))
        if (b.periode, b.kunci) not in selain
    ]
    for baris in usang:
        session.delete(baris)
    return len(usang)


def tahun_dibuka(session: Session, tahun: int) -> bool:
    """Whether Bagian Organisasi has opened the year: it has settings of its own."""
    return session.get(PengaturanTahunTabel, tahun) is not None


def tahun_tersedia(session: Session) -> list[int]:
    """Years that have settings, results or answers, newest first."""
    tahun = {t for kolom in (PengaturanTahunTabel.tahun, HasilTabel.tahun, TabulasiTabel.tahun)
             for t in session.scalars(select(kolom).distinct())}  # fmt: skip
    return sorted(tahun, reverse=True)


def tahun_berhasil(session: Session) -> list[int]:
    """Years in which somebody was asked: with answers, or a result row that is not nihil; newest first."""
    berisi = select(HasilTabel.tahun).where(func.coalesce(HasilTabel.jumlah_responden, 1) > 0)
    tahun = {*session.scalars(berisi.distinct()), *session.scalars(select(TabulasiTabel.tahun).distinct())}
    return sorted(tahun, reverse=True)
