"""The base of all tables."""

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from rtl_tracker.domain.survei import Nilai
from rtl_tracker.storage.jenis_kolom import NilaiUnsur

PENAMAAN = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables, with fixed names for constraints so that migrations are the same everywhere."""

    metadata = MetaData(naming_convention=PENAMAAN)


class SembilanUnsur:
    """The nine values of one questionnaire, a column per unsur under its key; NULL = not answered."""

    persyaratan: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    prosedur: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    waktu: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    biaya: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    produk: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    kompetensi: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    perilaku: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    pengaduan: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
    sarpras: Mapped[Nilai | None] = mapped_column(NilaiUnsur)
