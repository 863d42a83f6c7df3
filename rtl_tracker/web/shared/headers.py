"""Headers of every answer: what the browser may load, from where, and who may frame the page."""

from flask import Flask, Response

from rtl_tracker.config import Settings

CSP = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
TETAP: dict[str, str] = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
BOLEH_DIBINGKAI = "; ".join(
    ("default-src 'none'", "style-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors *")
)
"""For a page that other sites may frame: it loads its style and nothing else."""
HSTS = "max-age=31536000"


def lewat_https(settings: Settings) -> bool:
    """Whether users reach the program by https."""
    return settings.base_url.startswith("https://")


def pasang_headers(app: Flask, settings: Settings) -> None:
    """Put the headers on every answer; pages are kept by no shared cache unless the view says otherwise."""

    @app.after_request
    def lengkapi(jawaban: Response) -> Response:
        for nama, nilai in TETAP.items():
            jawaban.headers.setdefault(nama, nilai)
        if jawaban.headers["Content-Security-Policy"] == BOLEH_DIBINGKAI:
            del jawaban.headers["X-Frame-Options"]
        if lewat_https(settings):
            jawaban.headers["Strict-Transport-Security"] = HSTS
        if "Cache-Control" not in jawaban.headers:
            jawaban.headers["Cache-Control"] = "private, no-cache"
        return jawaban
