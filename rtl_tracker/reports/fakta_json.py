"""Facts of a document as plain JSON values: what is frozen with a version."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

TANPA = frozenset({"lembar"})
"""Single questionnaires stay out: the figures that came of them are in."""


def fakta_sebagai_json(fakta: Any) -> Any:
    """Dataclasses as objects, numbers of exact types as text ("83.38", "1/3"), enum members by their codes, dates as ISO 8601."""
    if is_dataclass(fakta) and not isinstance(fakta, type):
        return {f.name: fakta_sebagai_json(getattr(fakta, f.name)) for f in fields(fakta) if f.name not in TANPA}
    if isinstance(fakta, Enum):
        return fakta.value
    if isinstance(fakta, (Decimal, Fraction)):
        return str(fakta)
    if isinstance(fakta, date):
        return fakta.isoformat()
    if isinstance(fakta, Mapping):
        return {_kunci(kunci): fakta_sebagai_json(nilai) for kunci, nilai in fakta.items()}
    if isinstance(fakta, (tuple, list, frozenset, set)):
        urut = sorted(fakta, key=str) if isinstance(fakta, (frozenset, set)) else fakta
        return [fakta_sebagai_json(satu) for satu in urut]
    return fakta


def _kunci(kunci: Any) -> str:
    if isinstance(kunci, tuple):
        return "/".join(_kunci(bagian) for bagian in kunci)
    return str(kunci.value if isinstance(kunci, Enum) else kunci)
