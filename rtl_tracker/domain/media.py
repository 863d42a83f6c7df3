"""Media in which a result is made public: a register with proof, counted for PEKPPP."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rtl_tracker.domain.bukti import TipeBerkas
from rtl_tracker.domain.periode import Periode


class Media(StrEnum):
    """Kinds of media."""

    PAPAN_PENGUMUMAN = "papan_pengumuman"
    SITUS_WEB = "situs_web"
    MEDIA_SOSIAL = "media_sosial"
    LAYAR_RUANG_LAYANAN = "layar_ruang_layanan"
    MEDIA_MASSA = "media_massa"
    APLIKASI = "aplikasi"
    PAPAN_REKLAME = "papan_reklame"
    FORUM_PUBLIK = "forum_publik"
    LAINNYA = "lainnya"


NAMA_MEDIA: dict[Media, str] = {
    Media.PAPAN_PENGUMUMAN: "Papan pengumuman atau cetakan",
    Media.SITUS_WEB: "Situs web",
    Media.MEDIA_SOSIAL: "Media sosial",
    Media.LAYAR_RUANG_LAYANAN: "Layar di ruang layanan",
    Media.MEDIA_MASSA: "Surat kabar, radio, atau televisi",
    Media.APLIKASI: "Aplikasi yang dapat diunduh",
    Media.PAPAN_REKLAME: "Papan reklame, baliho, atau videotron",
    Media.FORUM_PUBLIK: "Forum konsultasi publik",
    Media.LAINNYA: "Media lain",
}


@dataclass(frozen=True, slots=True)
class CatatanMedia:
    """One publication of a result in a medium, with a link or a file as proof. `upp_id` None = of the instansi.

    `pada` is UTC; one that was called off stays, with its reason.
    """

    id: int
    upp_id: int | None
    tahun: int
    periode: Periode
    tanggal: date
    media: Media
    keterangan: str = ""
    tautan: str = ""
    sha256: str = ""
    nama_berkas: str = ""
    tipe: TipeBerkas | None = None
    ukuran: int = 0
    dibatalkan: bool = False
    alasan: str = ""
    oleh: str = ""
    pada: datetime | None = None


def media_berbeda(catatan: Iterable[CatatanMedia]) -> tuple[Media, ...]:
    """The kinds of media that hold, each once, in the order of the list."""
    ada = {c.media for c in catatan if not c.dibatalkan}
    return tuple(m for m in Media if m in ada)
