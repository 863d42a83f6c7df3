"""Files that come with the program: templates, Word templates, migrations. Found from any working directory."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(nama: str) -> Path:
    """Path of a shipped folder or file: inside the installed wheel, else beside the package in a checkout.

    Raises FileNotFoundError when the installation is incomplete.
    """
    for akar in (_PACKAGE / "_berkas", _PACKAGE.parent):
        if (akar / nama).exists():
            return akar / nama
    raise FileNotFoundError(f"Berkas bawaan program '{nama}' tidak ditemukan; pasang ulang rtl-tracker.")
