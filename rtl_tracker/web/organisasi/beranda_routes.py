"""The front page of the instansi, one per year."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from rtl_tracker.domain.jenis_dokumen import JenisDokumen, PermintaanDokumen
from rtl_tracker.domain.mutu import Mutu
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.usecases.bahan_halaman import tahun_utama
from rtl_tracker.usecases.beranda import Beranda
from rtl_tracker.usecases.pekerjaan_dokumen import pekerjaan_terakhir
from rtl_tracker.usecases.saringan_rekap import TANPA_HASIL, Saringan, Urutan, baca_saringan, saring
from rtl_tracker.web.organisasi.halaman_tahun import muat_beranda, muat_gambar_beranda
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini
from rtl_tracker.web.shared.menu import alamat_awal
from rtl_tracker.web.shared.request_session import request_session
from rtl_tracker.web.shared.simpanan_halaman import dari_simpanan
from rtl_tracker.web.shared.unduhan import list_unduhan

bp = Blueprint("beranda", __name__)

KOLOM: tuple[tuple[Urutan, str, bool], ...] = (
    (Urutan.SUSUNAN, "No.", False),
    (Urutan.NAMA, "", False),
    (Urutan.IKM, "IKM", True),
    (Urutan.TERENDAH, "Unsur terendah", False),
    (Urutan.TERTINGGI, "Unsur tertinggi", False),
    (Urutan.RESPONDEN, "Responden", True),
    (Urutan.REALISASI, "Realisasi RTL", True),
)


@dataclass(frozen=True, slots=True)
class KepalaKolom:
    """A column head that sorts: its code, label, the address of the other order, and what it says to a screen reader."""

    kode: str
    judul: str
    alamat: str
    arah: str | None
    angka: bool


@bp.get("/")
@akses(Cakupan.MASUK)
def depan() -> Response:
    """The first page of whoever is logged in."""
    return redirect(alamat_awal(pelaku_kini()), code=303)


@bp.get("/tahun")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def terbaru() -> str:
    """The newest year, or what to do first on an empty database."""
    utama = dari_simpanan("tahun", tahun_utama)
    if utama is None:
        return render_template("organisasi/kosong.html", tahun_contoh=date.today().year)
    return _halaman(utama)


@bp.get("/tahun/<int:tahun>")
@akses(Cakupan.INSTANSI, Izin.LIHAT_HASIL)
def tahunan(tahun: int) -> str:
    """One year."""
    return _halaman(tahun)


def _halaman(tahun: int) -> str:
    beranda = muat_beranda(tahun)
    saringan = _baca()
    tahunan = Pesanan(JenisKerja.DOKUMEN, PermintaanDokumen(JenisDokumen.TAHUNAN, tahun))
    pekerjaan = pekerjaan_terakhir(request_session(), tahunan)
    return render_template(
        "organisasi/beranda.html",
        beranda=beranda,
        ada_gambar=bool(muat_gambar_beranda(tahun)),
        isi=dari_simpanan(("isi", tahun, saringan), lambda _: _isi(beranda, saringan)),
        pekerjaan=pekerjaan,
        unduhan=list_unduhan(pekerjaan),
    )


def _isi(beranda: Beranda, saringan: Saringan) -> Markup:
    """The page below its summary."""
    html = render_template(
        "organisasi/beranda_isi.html",
        beranda=beranda,
        baris=saring(beranda.baris, saringan),
        saringan=saringan,
        kolom=_kepala(beranda.tahun, saringan, beranda.pengaturan.istilah_unit),
        pilihan_mutu=(*(m.value for m in Mutu), TANPA_HASIL),
        gambar=muat_gambar_beranda(beranda.tahun),
    )
    return Markup(html)


def _baca() -> Saringan:
    ambil = request.args.get
    return baca_saringan(ambil("cari", ""), ambil("mutu", ""), ambil("kelompok", ""), ambil("urut", ""), ambil("arah", ""))


def _kepala(tahun: int, saringan: Saringan, istilah: str) -> list[KepalaKolom]:
    hasil = []
    for urut, judul, angka in KOLOM:
        aktif = saringan.urut is urut
        turun = not saringan.turun if aktif else False
        arah = ("descending" if saringan.turun else "ascending") if aktif else None
        hasil.append(KepalaKolom(urut.value, judul or istilah, _alamat(tahun, saringan, urut, turun), arah, angka))
    return hasil


def _alamat(tahun: int, saringan: Saringan, urut: Urutan, turun: bool) -> str:
    return url_for(
        "beranda.tahunan",
        tahun=tahun,
        cari=saringan.cari or None,
        mutu=saringan.mutu or None,
        kelompok=saringan.kelompok or None,
        urut=urut.value,
        arah="turun" if turun else None,
        _anchor="rekap",
    )
