"""Media in which a result is made public: a register with proof, counted for PEKPPP."""

from enum import StrEnum


class Media(StrEnum):
    """Kinds of media."""

    PAPAN_PENGUMUMAN = "papan_pengumuman"
    SITUS_WEB = "situs_web"
    MEDIA_SOSIAL = "media_sosial"
    LAYAR_RUANG_LAYANAN = "layar_ruang_layanan"
    MEDIA_MASSA = "media_massa"
    FORUM_PUBLIK = "forum_publik"
    LAINNYA = "lainnya"


NAMA_MEDIA: dict[Media, str] = {
    Media.PAPAN_PENGUMUMAN: "Papan pengumuman",
    Media.SITUS_WEB: "Situs web",
    Media.MEDIA_SOSIAL: "Media sosial",
    Media.LAYAR_RUANG_LAYANAN: "Layar di ruang layanan",
    Media.MEDIA_MASSA: "Surat kabar, radio, atau televisi",
    Media.FORUM_PUBLIK: "Forum konsultasi publik",
    Media.LAINNYA: "Media lain",
}
