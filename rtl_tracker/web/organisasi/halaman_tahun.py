"""The computed pages of a year, kept while the data stay the same."""

from rtl_tracker.usecases.bahan_halaman import BahanHalaman, muat_bahan_halaman
from rtl_tracker.usecases.beranda import Beranda, susun_beranda
from rtl_tracker.usecases.gambar_halaman import Gambar, gambar_beranda, gambar_upp
from rtl_tracker.usecases.halaman_upp import HalamanUpp, susun_halaman_upp
from rtl_tracker.web.shared.simpanan_halaman import dari_simpanan


def muat_bahan(tahun: int) -> BahanHalaman:
    """The loaded year. Raises TahunTidakAda."""
    return dari_simpanan(("bahan", tahun), lambda session: muat_bahan_halaman(session, tahun))


def muat_beranda(tahun: int) -> Beranda:
    """The front page of the year. Raises TahunTidakAda."""
    return dari_simpanan(("beranda", tahun), lambda _: susun_beranda(muat_bahan(tahun)))


def muat_gambar_beranda(tahun: int) -> tuple[Gambar, ...]:
    """The charts of the front page. Raises TahunTidakAda."""
    return dari_simpanan(("gambar", tahun), lambda _: gambar_beranda(muat_beranda(tahun).fakta))


def muat_halaman_upp(tahun: int, upp_id: int) -> HalamanUpp:
    """The page of one UPP. Raises TahunTidakAda or UppTidakAda."""
    return dari_simpanan(("upp", tahun, upp_id), lambda _: susun_halaman_upp(muat_bahan(tahun), upp_id))


def muat_gambar_upp(tahun: int, upp_id: int) -> tuple[Gambar, ...]:
    """The charts of one UPP. Raises TahunTidakAda or UppTidakAda."""
    return dari_simpanan(("gambar-upp", tahun, upp_id), lambda _: gambar_upp(muat_halaman_upp(tahun, upp_id)))
