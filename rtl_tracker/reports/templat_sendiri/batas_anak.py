"""How far a child process may go: time and memory, and what it may touch of the machine."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MIB = 1 << 20
_DILARANG = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.kill", "os.startfile", "os.remove",
    "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.putenv", "shutil.",
    "ctypes.", "pty.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "pickle.", "sqlite3.", "winreg.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Batas:
    """Limits of one child: seconds by the clock and of the processor, MiB of memory, MiB of any file it writes."""

    detik: int
    memori_mib: int
    berkas_mib: int


BATAS_COBA = Batas(60, 1024, 100)
BATAS_SUSUN = Batas(300, 2048, 500)


def pasang_pagar(folder: Path, batas: Batas) -> None:
    """Fence the running process in, for good.

    Kernel limits where the system has them; on Windows there are none, so that only the clock of the parent limits it. Everywhere an
    audit hook refuses network, other programs, changes of the file system, and files outside `folder` and the installed program.
    """
    _batasi(batas)
    boleh_baca = _folder_program()
    boleh_tulis = str(folder.resolve())

    def awas(kejadian: str, argumen: tuple[Any, ...]) -> None:
        if kejadian.startswith(_DILARANG):
            raise PermissionError(f"{kejadian} di luar pagar")
        if kejadian == "open" and not isinstance(argumen[0], int):
            _periksa_berkas(argumen, boleh_tulis, boleh_baca)

    sys.addaudithook(awas)


def _batasi(batas: Batas) -> None:
    try:
        import resource
    except ImportError:
        return
    nilai = {
        "RLIMIT_CPU": batas.detik,
        "RLIMIT_AS": batas.memori_mib * MIB,
        "RLIMIT_FSIZE": batas.berkas_mib * MIB,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": 64,
        "RLIMIT_NPROC": 0,
    }
    for nama, satu in nilai.items():
        if hasattr(resource, nama):
            resource.setrlimit(getattr(resource, nama), (satu, satu))


def _folder_program() -> tuple[str, ...]:
    """Folders of the interpreter and of the program itself."""
    paket = Path(__file__).resolve().parents[3]
    tempat = [Path(sys.prefix), Path(sys.base_prefix) / "lib", paket, *(Path(p) for p in sys.path if p)]
    return tuple(f"{satu.resolve()}{os.sep}" for satu in tempat if len(satu.resolve().parts) > 1)


def _periksa_berkas(argumen: tuple[Any, ...], boleh_tulis: str, boleh_baca: tuple[str, ...]) -> None:
    jalur = os.path.realpath(os.fsdecode(argumen[0]))
    cara, tanda = argumen[1] or "", argumen[2] or 0
    if jalur.startswith(f"{boleh_tulis}{os.sep}"):
        return
    menulis = any(huruf in cara for huruf in "wax+") or tanda & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    if menulis or not jalur.startswith(boleh_baca):
        raise PermissionError(f"berkas {jalur} di luar pagar")
