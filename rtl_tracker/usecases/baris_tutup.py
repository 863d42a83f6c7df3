"""The result rows of a period that a survey fills: typed values give way, and what the rows say beside values stays."""

from dataclasses import replace

from sqlalchemy.orm import Session

from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.storage import hasil_repository, tutup_repository
from rtl_tracker.storage.tables import HasilTabel
from rtl_tracker.storage.upp_repository import layanan_unit
from rtl_tracker.usecases.tempat_survei import TempatSurvei


def baris_isian(session: Session, tempat: TempatSurvei) -> list[HasilTabel]:
    """Result rows of the period that carry values somebody typed or imported."""
    s = tempat.survei
    baris = hasil_repository.list_baris_hasil(session, s.upp_id, s.tahun, s.periode)
    return [b for b in baris if not b.rata and (b.nilai or b.ikm_tercetak)]


def singkirkan_isian(session: Session, tempat: TempatSurvei) -> dict[str, object]:
    """Take typed values away; returns what they were, for the record of the act. Without answers they would be no result."""
    diganti: dict[str, object] = {}
    nama = layanan_unit(session, tempat.upp.id)
    for b in baris_isian(session, tempat):
        diganti[nama.get(b.layanan_id or 0, "seluruh unit")] = {**b.nilai, "jumlah_responden": b.jumlah_responden}
        if b.layanan_id is not None:
            tutup_repository.hapus_baris(session, b)
    return diganti


def tulis_baris(session: Session, tempat: TempatSurvei, metode: str) -> None:
    """The row of the whole unit says how was asked and how many use the service; its values are those of the answers."""
    s = tempat.survei
    ada = hasil_repository.baris_hasil(session, s.upp_id, None, s.tahun, s.periode)
    dasar = BarisHasil(upp_id=s.upp_id, periode=s.periode, populasi=s.populasi, metode=metode)
    if ada is not None:
        dasar = replace(
            dasar, populasi=s.populasi or ada.populasi, pelaksana=ada.pelaksana, unsur_prioritas=ada.unsur_prioritas,
            realisasi_tercetak=ada.realisasi_tercetak, tautan_laporan=ada.tautan_laporan,
        )  # fmt: skip
    hasil_repository.simpan_baris_hasil(session, s.tahun, hasil_repository.isi_hasil(dasar, None), ada)


def lepaskan_baris(session: Session, baris: HasilTabel) -> None:
    """A row that only said how the survey was held goes with it; what somebody else wrote into it stays."""
    if baris.pelaksana or baris.unsur_prioritas or baris.tautan_laporan or baris.realisasi_tercetak is not None:
        baris.metode = ""
        baris.versi += 1
        session.flush()
    else:
        tutup_repository.hapus_baris(session, baris)
