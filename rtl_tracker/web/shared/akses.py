"""Who may call an endpoint. Every endpoint declares it; one that does not is refused."""

from collections.abc import Callable
from enum import Enum
from ipaddress import ip_address
from typing import Any, TypeVar

from flask import Flask, Request, abort, current_app, request
from werkzeug.exceptions import Forbidden

Tampilan = TypeVar("Tampilan", bound=Callable[..., Any])
KEPALA_PERANTARA = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded")


class Akses(Enum):
    """Kinds of access. The program has no accounts yet, so it answers nobody but this computer."""

    LOKAL = "hanya dari komputer ini"


AKSES_BERKAS: dict[str, Akses] = {"static": Akses.LOKAL, "bootstrap.static": Akses.LOKAL}


class EndpointTanpaAkses(RuntimeError):
    """A programming error: a view without the decorator."""


def akses(jenis: Akses) -> Callable[[Tampilan], Tampilan]:
    """Declare who may call this view."""

    def tandai(tampilan: Tampilan) -> Tampilan:
        tampilan.__dict__["akses"] = jenis
        return tampilan

    return tandai


def akses_endpoint(app: Flask, endpoint: str) -> Akses | None:
    """The declared access of an endpoint; None when it declares none."""
    if endpoint in AKSES_BERKAS:
        return AKSES_BERKAS[endpoint]
    jenis: Akses | None = getattr(app.view_functions[endpoint], "akses", None)
    return jenis


def dari_komputer_ini(permintaan: Request) -> bool:
    """Whether the request comes from a loopback address and was not passed on by a proxy."""
    try:
        lokal = ip_address(permintaan.remote_addr or "").is_loopback
    except ValueError:
        return False
    return lokal and not any(nama in permintaan.headers for nama in KEPALA_PERANTARA)


def periksa_akses() -> None:
    """Refuse a request that its endpoint does not allow. Addresses without an endpoint tell outsiders nothing either."""
    if request.endpoint is not None and akses_endpoint(current_app, request.endpoint) is None:
        raise EndpointTanpaAkses(f"Endpoint {request.endpoint} belum menyatakan aksesnya.")
    if not dari_komputer_ini(request):
        abort(Forbidden.code)


def pasang_akses(app: Flask) -> None:
    """Check every request before its view runs."""
    app.before_request(periksa_akses)
