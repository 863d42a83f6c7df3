"""What citizens choose from before they answer: the layanan of all units at once."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtl_tracker.storage.tables import LayananTabel


def layanan_menurut_upp(session: Session) -> dict[int, dict[int, str]]:
    """Name of every layanan by its id, for every unit that has any."""
    pilih = select(LayananTabel.upp_id, LayananTabel.id, LayananTabel.nama).order_by(LayananTabel.id)
    hasil: dict[int, dict[int, str]] = {}
    for upp_id, layanan_id, nama in session.execute(pilih):
        hasil.setdefault(upp_id, {})[layanan_id] = nama
    return hasil
