"""The questionnaire of the instansi and of each layanan (`?layanan=`): read its versions, change it, take or leave the instansi's."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from rtl_tracker.domain.errors import BerubahLebihDahulu
from rtl_tracker.domain.izin import TidakTerjangkau
from rtl_tracker.domain.kuesioner import BUTIR_PER_UNSUR, PANJANG_PILIHAN, PANJANG_TANYA, Kuesioner
from rtl_tracker.domain.peran import Izin
from rtl_tracker.domain.unsur import Unsur, UrutanUnsur
from rtl_tracker.usecases.halaman_kuesioner import RuangKuesioner, muat_daftar, muat_ruang, muat_versi
from rtl_tracker.usecases.isian_kuesioner import IsianKuesioner, bagian_berbeda, isian_dari
from rtl_tracker.usecases.kelola_kuesioner import KuesionerSalah, ikuti_instansi, salin_dari_instansi, ubah_kuesioner
from rtl_tracker.web.shared.akses import Cakupan, akses
from rtl_tracker.web.shared.masuk_kini import pelaku_kini, sekarang
from rtl_tracker.web.shared.request_session import batalkan_perubahan, request_session
from rtl_tracker.web.shared.tindakan import INGAT, beri_pesan, laksanakan
from rtl_tracker.web.survei.kuesioner_forms import SIMPAN, gambar_ulang, isian_terkirim, versi_terkirim

bp = Blueprint("kuesioner", __name__)


@bp.get("/kuesioner")
@akses(Cakupan.INSTANSI, Izin.UBAH_KUESIONER)
def daftar() -> str:
    """Which questionnaires there are."""
    return render_template("survei/kuesioner.html", isi=muat_daftar(request_session(), pelaku_kini()))


@bp.get("/kuesioner/isi")
@akses(Cakupan.INSTANSI, Izin.UBAH_KUESIONER)
def satu() -> str:
    """What one scope asks now, and its versions."""
    ruang = _ruang()
    return render_template("survei/kuesioner_satu.html", ruang=ruang, kuesioner=ruang.kuesioner, lama=None)


@bp.get("/kuesioner/versi/<int:nomor>")
@akses(Cakupan.INSTANSI, Izin.UBAH_KUESIONER)
def versi(nomor: int) -> str:
    """One version of a scope, as it was asked."""
    ruang, kuesioner = muat_versi(request_session(), pelaku_kini(), _layanan(), nomor)
    lama = None if kuesioner == ruang.kuesioner else kuesioner
    return render_template("survei/kuesioner_satu.html", ruang=ruang, kuesioner=kuesioner, lama=lama)


@bp.get("/kuesioner/ubah")
@akses(Cakupan.INSTANSI, Izin.UBAH_KUESIONER)
def ubah() -> str:
    """The form with what is asked now, or (`?dari=`) with an older version that shall be asked again."""
    dari = _bilangan("dari", "Versi kuesioner ini tidak ada. Pilih versi dari daftar pada halaman kuesioner.")
    if dari is None:
        ruang = _ruang()
        return _form(ruang, isian_dari(ruang.kuesioner, ruang.terbaru))
    ruang, lama = muat_versi(request_session(), pelaku_kini(), _layanan(), dari)
    return _form(ruang, isian_dari(lama, ruang.terbaru), dari=lama)


@bp.post("/kuesioner/ubah")
@akses(Cakupan.INSTANSI, Izin.UBAH_KUESIONER)
def simpan() -> Response | str | tuple[str, int]:
    """Store a new version, or draw the form again with a question more or less."""
    isian, aksi = isian_terkirim(request.form), request.form.get("aksi", SIMPAN)
    if aksi != SIMPAN:
        batalkan_perubahan()
        return _form(_ruang(), gambar_ulang(isian, aksi))
    try:
        baru = ubah_kuesioner(request_session(), pelaku_kini(), sekarang(), _layanan(), isian)
    except KuesionerSalah as galat:
        return _form(_ruang(), isian, galat.salah), 422
    except BerubahLebihDahulu as galat:
        return _form(_ruang(), isian, bentrok=galat), 409
    if baru is None:
        beri_pesan("Tidak ada yang berubah, sehingga tidak ada versi baru yang disimpan.", INGAT)
    else:
        beri_pesan(f"Kuesioner tersimpan sebagai versi {baru.kode}. Survei yang dimulai sesudah ini memakainya.")
    return redirect(_ke_satu(), code=303)


@bp.post("/kuesioner/salin")
@akses(Cakupan.INSTANSI, Izin.UBAH_KUESIONER)
def salin() -> Response:
    """Give a layanan the instansi's words as its own."""
    session, pelaku, layanan_id, dari = request_session(), pelaku_kini(), _layanan_wajib(), versi_terkirim(request.form)
    return laksanakan(
        lambda: salin_dari_instansi(session, pelaku, sekarang(), layanan_id, dari),
        "Layanan ini kini memiliki kuesioner sendiri dengan isi kuesioner instansi.",
        _ke_satu(),
    )


@bp.post("/kuesioner/ikut-instansi")
@akses(Cakupan.INSTANSI, Izin.UBAH_KUESIONER)
def ikut() -> Response:
    """Let a layanan ask what the instansi asks."""
    session, pelaku, layanan_id, dari = request_session(), pelaku_kini(), _layanan_wajib(), versi_terkirim(request.form)
    return laksanakan(
        lambda: ikuti_instansi(session, pelaku, sekarang(), layanan_id, dari),
        "Layanan ini kembali memakai kuesioner instansi. Versinya sendiri tetap tersimpan.",
        _ke_satu(),
    )


def _form(
    ruang: RuangKuesioner,
    isian: IsianKuesioner,
    salah: dict[str, str] | None = None,
    bentrok: BerubahLebihDahulu | None = None,
    dari: Kuesioner | None = None,
) -> str:
    """The form with what was typed; after a conflict it is made from the newest version, whose differences are named."""
    return render_template(
        "survei/kuesioner_ubah.html", ruang=ruang, isian=isian, salah=salah or {}, bentrok=bentrok, dari=dari,
        berbeda=bagian_berbeda(isian, ruang.kuesioner) if bentrok else [],
        versi=bentrok.versi if bentrok else isian.versi, unsur=tuple(Unsur), urutan=tuple(UrutanUnsur), terbanyak=BUTIR_PER_UNSUR,
        panjang_tanya=PANJANG_TANYA, panjang_pilihan=PANJANG_PILIHAN, simpan=SIMPAN,
    )  # fmt: skip


def _ruang() -> RuangKuesioner:
    return muat_ruang(request_session(), pelaku_kini(), _layanan())


def _layanan() -> int | None:
    """The layanan that the address names; None = the instansi."""
    return _bilangan("layanan", "Layanan ini tidak ada. Pilih layanan dari daftar pada halaman kuesioner.")


def _bilangan(nama: str, tidak_ada: str) -> int | None:
    """A number that the address gives; None without it. Raises TidakTerjangkau for any other text."""
    teks = request.args.get(nama, "")
    if not teks:
        return None
    if not (teks.isascii() and teks.isdigit() and len(teks) < 10):
        raise TidakTerjangkau(tidak_ada)
    return int(teks)


def _layanan_wajib() -> int:
    layanan_id = _layanan()
    if layanan_id is None:
        raise TidakTerjangkau("Alamat ini tidak menyebut layanan. Pilih layanan dari daftar pada halaman kuesioner.")
    return layanan_id


def _ke_satu() -> str:
    return url_for("kuesioner.satu", layanan=_layanan())
