"""What was uploaded and is not imported yet: kept per unit under its hash, for a day at most, then thrown away."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from rtl_tracker.files import write_whole

UMUR = timedelta(hours=24)
_KODE = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class GudangKiriman:
    """The store; a folder for each unit, so that no unit reads what another has sent."""

    folder: Path

    def simpan(self, upp_id: int, kode: str, isi: bytes, now: datetime) -> None:
        """Keep the content, readable by the program alone; what is older than a day goes."""
        self.bersihkan(now)
        tujuan = self._jalur(upp_id, kode)
        tujuan.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(tujuan, isi)
        tujuan.chmod(0o600)

    def baca(self, upp_id: int, kode: str, now: datetime) -> bytes | None:
        """The content; None when it is not (any more) there."""
        self.bersihkan(now)
        if not _KODE.fullmatch(kode):
            return None
        try:
            return self._jalur(upp_id, kode).read_bytes()
        except OSError:
            return None

    def buang(self, upp_id: int, kode: str) -> None:
        """Throw one away."""
        if _KODE.fullmatch(kode):
            self._jalur(upp_id, kode).unlink(missing_ok=True)

    def bersihkan(self, now: datetime) -> None:
        """Throw away what is older than a day, of every unit."""
        batas = (now - UMUR).timestamp()
        for berkas in self.folder.glob("*/*"):
            try:
                if berkas.stat().st_mtime < batas:
                    berkas.unlink(missing_ok=True)
            except FileNotFoundError:
                continue

    def _jalur(self, upp_id: int, kode: str) -> Path:
        return self.folder / str(upp_id) / kode
