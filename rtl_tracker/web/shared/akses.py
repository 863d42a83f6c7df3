"""Who may call an endpoint. Every endpoint declares it; one that does not is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, redirect, request, url_for
from werkzeug.exceptions import Unauthorized
from werkzeug.wrappers import Response

from rtl_tracker.domain.izin import AksesDitolak, periksa_izin
from rtl_tracker.domain.peran import Izin
from rtl_tracker.usecases.pemilik import PENCARI, periksa_pemilik
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import akun_kini, alamat_kembali, pelaku_kini
from rtl_tracker.web.shared.request_session import METODE_BACA

Tampilan = TypeVar("Tampilan", bound=Callable[..., Any])


class Cakupan(Enum):
    """What an endpoint shows or changes. UNIT: an object of a unit that the address names; out of reach it answers 404."""

    PUBLIK = "tanpa akun"
    MASUK = "setiap akun"
    INSTANSI = "seluruh instansi"
    UNIT = "unit yang disebut alamat"


@dataclass(frozen=True, slots=True)
class Syarat:
    """The declared access of an endpoint: its scope and the permission it needs beyond being logged in."""

    cakupan: Cakupan
    izin: Izin | None = None


PUBLIK = Syarat(Cakupan.PUBLIK)
SYARAT_BERKAS: dict[str, Syarat] = {"static": PUBLIK, "bootstrap.static": PUBLIK}
BOLEH_SEBELUM_GANTI = frozenset({"auth.sandi", "auth.simpan_sandi", "auth.keluar"})


class EndpointTanpaAkses(RuntimeError):
    """A programming error: a view without the decorator, or one of scope UNIT whose address names no object."""


def akses(cakupan: Cakupan, izin: Izin | None = None) -> Callable[[Tampilan], Tampilan]:
    """Declare who may call this view."""

    def tandai(tampilan: Tampilan) -> Tampilan:
        tampilan.__dict__["syarat"] = Syarat(cakupan, izin)
        return tampilan

    return tandai


def syarat_endpoint(app: Flask, endpoint: str) -> Syarat | None:
    """The declared access of an endpoint; None when it declares none."""
    if endpoint in SYARAT_BERKAS:
        return SYARAT_BERKAS[endpoint]
    syarat: Syarat | None = getattr(app.view_functions[endpoint], "syarat", None)
    return syarat


def periksa_akses() -> Response | None:
    """Refuse a request that its endpoint does not allow; somebody without a log-in is led to it."""
    if request.endpoint is None:
        return None
    syarat = syarat_endpoint(current_app, request.endpoint)
    if syarat is None:
        raise EndpointTanpaAkses(f"Endpoint {request.endpoint} belum menyatakan aksesnya.")
    if syarat.cakupan is Cakupan.PUBLIK:
        return None
    akun = akun_kini()
    if akun is None:
        return _ke_halaman_masuk()
    if akun.wajib_ganti and request.endpoint not in BOLEH_SEBELUM_GANTI:
        return redirect(url_for("auth.sandi"), code=303)
    _periksa_syarat(syarat)
    return None


def _periksa_syarat(syarat: Syarat) -> None:
    """Reach first, so that nothing is learnt of another unit; then the permission."""
    pelaku = pelaku_kini()
    if syarat.cakupan is Cakupan.UNIT:
        objek = [(nama, nilai) for nama, nilai in (request.view_args or {}).items() if nama in PENCARI]
        if not objek:
            raise EndpointTanpaAkses(f"Alamat endpoint {request.endpoint} tidak menyebut unit.")
        with konteks().baca() as baca:  # not the request's own session: a form must not take the writer's lock this early
            for nama, nilai in objek:
                periksa_pemilik(baca, pelaku, nama, nilai)
    if syarat.izin is not None:
        periksa_izin(pelaku, syarat.izin)
    if syarat.cakupan is Cakupan.INSTANSI and not pelaku.seluruh_instansi:
        raise AksesDitolak("Halaman ini memuat data seluruh unit, sedangkan akun Anda hanya untuk satu unit.")


def _ke_halaman_masuk() -> Response:
    """To the log-in and back; a script gets 401."""
    if request.accept_mimetypes.best == "application/json":
        raise Unauthorized
    kembali = alamat_kembali(_halaman_asal())
    return redirect(url_for("auth.masuk", lanjut=kembali or None), code=303)


def _halaman_asal() -> str:
    """The page to return to: the one that was asked for, or the one that holds the form that was sent."""
    if request.method in METODE_BACA:
        return request.full_path
    asal = urlsplit(request.referrer or "")
    return f"{asal.path}?{asal.query}" if asal.netloc == request.host else ""


def pasang_akses(app: Flask) -> None:
    """Check every request before its view runs."""
    app.before_request(periksa_akses)
