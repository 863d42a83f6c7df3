"""Saran of respondents as a source of the keluhan of an RTL: those that speak of an unsur, or come from who rated it low."""

from collections.abc import Iterable, Sequence

from rtl_tracker.domain.analisis import saran_unsur
from rtl_tracker.domain.survei import Nilai
from rtl_tracker.domain.unsur import Unsur, kenali_unsur, lipat

Lembar = tuple[str, Sequence[Nilai | None]]
RENDAH = 2
KATA_SEHARI_HARI: dict[Unsur, frozenset[str]] = {
    Unsur.PERSYARATAN: frozenset({"fotokopi", "dokumen", "berkasnya"}),
    Unsur.PROSEDUR: frozenset({"berbelit", "ribet", "rumit", "alur", "birokrasi"}),
    Unsur.WAKTU: frozenset(
        {
            "lama", "kelamaan", "lambat", "menunggu", "antre", "antri", "antrean", "antrian", "mengantre", "mengantri",
            "cepat", "dipercepat", "molor",
        }
    ),
    Unsur.BIAYA: frozenset({"mahal", "murah", "pungli", "pungutan", "gratis", "bayar", "membayar"}),
    Unsur.PRODUK: frozenset({"hasilnya"}),
    Unsur.KOMPETENSI: frozenset({"terampil", "cekatan", "menguasai", "paham", "pelatihan"}),
    Unsur.PERILAKU: frozenset(
        {"ramah", "keramahan", "judes", "jutek", "ketus", "sopan", "kesopanan", "senyum", "cuek", "kasar", "galak"}
    ),
    Unsur.PENGADUAN: frozenset({"keluhan", "komplain", "lapor"}),
    Unsur.SARPRAS: frozenset(
        {
            "fasilitas", "kursi", "ruang", "ruangan", "parkir", "parkiran", "toilet", "wc", "ac", "kipas", "panas", "sempit",
            "gedung", "kotor", "kebersihan",
        }
    ),
}  # fmt: skip
"""Words of everyday speech that point to one unsur; headings of plans are read by kenali_unsur, which knows none of them."""


def unsur_saran(teks: str) -> Unsur | None:
    """The one unsur a saran speaks of, by its name or by everyday words ("antrean lama", "petugas judes"); None if none or several."""
    bernama = kenali_unsur(teks)
    berurut = lipat(teks).split()
    if bernama is not None or any(kenali_unsur(kata) for kata in berurut):
        return bernama
    kata = {*berurut, *(satu.removesuffix("nya") for satu in berurut)}
    cocok = [unsur for unsur, sehari_hari in KATA_SEHARI_HARI.items() if kata & sehari_hari]
    return cocok[0] if len(cocok) == 1 else None


def saran_untuk(unsur: Unsur, saran: Iterable[Lembar], paling_banyak: int = 12) -> list[str]:
    """Distinct saran that belong to the unsur: named or rated lowest first, then of whoever rated it 1 or 2.

    `saran`: (text, nine answers in the order of Unsur). The same words are listed once.
    """
    tempat = list(Unsur).index(unsur)
    berurut: dict[str, int] = {}
    for teks, jawaban in saran:
        nilai = jawaban[tempat]
        if saran_unsur(jawaban, unsur_saran(teks)) is unsur:
            berurut[teks.strip()] = 0
        elif nilai is not None and nilai <= RENDAH and unsur_saran(teks) is None:
            berurut.setdefault(teks.strip(), 1)
    return sorted(berurut, key=berurut.__getitem__)[:paling_banyak]
