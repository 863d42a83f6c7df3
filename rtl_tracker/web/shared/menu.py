"""The menu of each role: what is offered, decided by the same permissions that refuse."""

from dataclasses import dataclass

from flask import Flask, request, url_for

from rtl_tracker.domain.izin import boleh
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.web.shared.masuk_kini import akun_kini


@dataclass(frozen=True, slots=True)
class Butir:
    """One entry of the menu. `kelompok`: blueprints whose pages belong to it. `instansi`: None = for all, else needs (or forbids) the reach of all units."""

    judul: str
    endpoint: str
    kelompok: frozenset[str]
    izin: Izin
    instansi: bool | None = None


@dataclass(frozen=True, slots=True)
class Tautan:
    """An entry as shown: its address, and whether this page belongs to it."""

    judul: str
    alamat: str
    kini: bool


SURVEI = frozenset({"cetak_survei", "impor_jawaban", "kertas", "moderasi", "pantau", "tutup"})
MENU: tuple[Butir, ...] = (
    Butir("Unit saya", "unit.pilih", frozenset({"unit", "hasil", "penyampaian", "rtl", "realisasi", "bukti", "media"}), Izin.LIHAT_PENYAMPAIAN, False),
    Butir("IKM", "beranda.terbaru", frozenset({"beranda", "upp", "grafik"}), Izin.LIHAT_HASIL, True),
    Butir("Survei", "pantau.milik_saya", SURVEI, Izin.LIHAT_HASIL, False),
    Butir("Survei", "pantau.terbaru", SURVEI, Izin.LIHAT_HASIL, True),
    Butir("Dokumen", "kerja.terbaru", frozenset({"dokumen", "dokumen_unit", "kerja", "templat", "versi"}), Izin.LIHAT_HASIL),
    Butir("Papan status", "papan.terbaru", frozenset({"papan", "kalender"}), Izin.LIHAT_PAPAN, True),
    Butir("Antrean verifikasi", "antrean.daftar", frozenset({"antrean"}), Izin.VERIFIKASI_REALISASI, True),
    Butir("Tindak lanjut", "persentase.terbaru", frozenset({"persentase"}), Izin.LIHAT_PERSENTASE, True),
    Butir("Publikasi", "terbit.terbaru", frozenset({"terbit"}), Izin.LIHAT_HASIL, True),
    Butir("Pemeriksaan", "pemeriksaan.terbaru", frozenset({"pemeriksaan", "penjelasan", "naskah", "bobot"}), Izin.LIHAT_PENYAMPAIAN),
    Butir("Periksa laporan lama", "periksa_berkas.pilih", frozenset({"periksa_berkas"}), Izin.LIHAT_HASIL),
    Butir("Data unit", "induk.daftar", frozenset({"induk"}), Izin.KELOLA_DATA_INDUK, True),
    Butir("Pengaturan", "pengaturan.terbaru", frozenset({"kuesioner", "pengaturan"}), Izin.KELOLA_DATA_INDUK, True),
    Butir("Pengguna", "pengguna.daftar", frozenset({"pengguna"}), Izin.KELOLA_PENGGUNA, True),
    Butir("Jejak", "jejak.daftar", frozenset({"jejak"}), Izin.LIHAT_JEJAK, True),
)  # fmt: skip


def menu_untuk(pelaku: Pelaku) -> list[Butir]:
    """The entries that this account may open."""
    return [b for b in MENU if boleh(pelaku, b.izin) and b.instansi in (None, pelaku.seluruh_instansi)]


def alamat_awal(pelaku: Pelaku) -> str:
    """The first page after the log-in."""
    return url_for(menu_untuk(pelaku)[0].endpoint)


def pasang_menu(app: Flask) -> None:
    """Make the menu known to the layout."""

    @app.context_processor
    def isi() -> dict[str, list[Tautan]]:
        akun = akun_kini()
        return {"menu": [] if akun is None else [_tautan(b) for b in menu_untuk(akun.pelaku)]}


def _tautan(butir: Butir) -> Tautan:
    return Tautan(butir.judul, url_for(butir.endpoint), request.blueprint in butir.kelompok)
