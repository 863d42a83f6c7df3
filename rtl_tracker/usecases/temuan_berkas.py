"""What the auditor says about one dossier before it is sent (spec 2.2, 4)."""

from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.auditor.daftar import periksa
from rtl_tracker.domain.kelengkapan import Kekurangan
from rtl_tracker.domain.penyampaian import Penyampaian
from rtl_tracker.domain.tingkat import Tingkat
from rtl_tracker.storage.penjelasan_repository import kunci_dijelaskan
from rtl_tracker.usecases.data_unit import DataUnit
from rtl_tracker.usecases.fakta_pemeriksaan import susun_fakta

SUDAH_DALAM_KELENGKAPAN = frozenset({"DATA-03", "RTL-01", "RTL-02", "LAPOR-01"})


def temuan_berkas(session: Session, unit: DataUnit, berkas: Penyampaian, tanggal: date) -> list[Kekurangan]:
    """The findings of the unit's dossier that nobody has explained, in a fixed number of queries; none for a nihil one.

    A galat that the unit itself has explained still blocks: only Bagian Organisasi lets it pass. What the completeness of the
    dossier says already is left out, and what is found in plans of the year before.
    """
    if berkas.nihil:
        return []
    rencana = {r.id for r in unit.rtl_periode(berkas.periode)}
    dijelaskan = kunci_dijelaskan(session, unit.tahun)
    oleh_organisasi = kunci_dijelaskan(session, unit.tahun, organisasi_saja=True)
    return [
        Kekurangan(t.tingkat, t.untuk_unit)
        for t in periksa(susun_fakta(session, unit.data, tanggal))
        if t.upp_id == berkas.upp_id and t.periode is berkas.periode and (t.rtl_id is None or t.rtl_id in rencana)
        and t.aturan not in SUDAH_DALAM_KELENGKAPAN
        and t.kunci not in (oleh_organisasi if t.tingkat is Tingkat.GALAT else dijelaskan)
    ]  # fmt: skip
