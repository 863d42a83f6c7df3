"""Column types: codes of enums, decimals with the digits they came with, moments in UTC."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Enum, SmallInteger, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from rtl_tracker.domain.survei import Nilai, kode_nilai, nilai_dari_kode


def kode_enum(jenis: type[StrEnum]) -> Enum:
    """A text column that holds the stable code of an enum member and gives the member back."""
    return Enum(
        jenis,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda anggota: [a.value for a in anggota],
    )


class DesimalTeks(TypeDecorator[Decimal]):
    """A decimal kept as text, so that "86.30" stays "86.30" on every database."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class NilaiUnsur(TypeDecorator[Nilai]):
    """The value of an unsur in one questionnaire, exact: 1-4, or a mean of several questions kept in sixtieths."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: Nilai | None, dialect: Dialect) -> int | None:
        return None if value is None else kode_nilai(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Nilai | None:
        return None if value is None else nilai_dari_kode(value)


class WaktuUtc(TypeDecorator[datetime]):
    """A moment, always in UTC and always with its zone, also on SQLite, which keeps none. Refuses moments without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("A moment needs its zone.")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
