"""Whether the results of a year were made public, by unit: on the public page, and in how many different media (PEKPPP F-01)."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtl_tracker.domain.media import Media
from rtl_tracker.domain.pekppp import skor_media
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.publikasi import kunci_ringkas
from rtl_tracker.storage.media_repository import media_per_unit
from rtl_tracker.storage.publikasi_repository import list_publikasi


@dataclass(frozen=True, slots=True)
class PublikasiUnit:
    """One unit's year: the periods in which the public sees it now, and the kinds of media that are recorded with proof."""

    terbit: tuple[Periode, ...] = ()
    media: tuple[Media, ...] = ()

    @property
    def skor(self) -> int:
        """PEKPPP score of the number of different media."""
        return skor_media(len(self.media))


def publikasi_per_unit(session: Session, tahun: int, upp_id: Collection[int]) -> dict[int, PublikasiUnit]:
    """By unit, in two statements however many units there are."""
    terbaru: dict[Periode, frozenset[str]] = {}
    for p in list_publikasi(session, tahun):
        terbaru.setdefault(p.periode, frozenset() if p.ditarik else frozenset(p.ringkas))
    media = media_per_unit(session, tahun)
    return {
        id_: PublikasiUnit(tuple(p for p in Periode if kunci_ringkas(id_) in terbaru.get(p, ())), media.get(id_, ()))
        for id_ in upp_id
    }
