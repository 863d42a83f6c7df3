"""A token that changes whenever results, plans, texts or settings change, so that computed pages can be kept safely."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.jejak import JenisJejak
from rtl_tracker.storage.tables import JejakTabel

TANPA_AKIBAT = frozenset(
    {
        JenisJejak.MASUK,
        JenisJejak.MASUK_GAGAL,
        JenisJejak.KELUAR,
        JenisJejak.SANDI_DIGANTI,
        JenisJejak.AKSES_DITOLAK,
        JenisJejak.EKSPOR,
        JenisJejak.JAWABAN_DISISIHKAN,
        JenisJejak.JAWABAN_DIPULIHKAN,
        JenisJejak.JAWABAN_DIIMPOR,
        JenisJejak.KUESIONER_DIUBAH,
        JenisJejak.SURVEI_DIUBAH,
    }
)
"""Events that change no kept page."""


class VersiData:
    """Call it for the token. Read the token first and the data after it: equal tokens later mean unchanged data.

    Every change of what a kept page shows is one transaction with its event (spec 2.2), so the newest such event tells all changes
    apart; the answers of a running survey, which come every second, have none and let the pages stand. Who changes the database by
    hand restarts the server.
    """

    def __init__(self, engine: Engine) -> None:
        """Nothing is opened yet."""
        self._engine = engine
        self._pilih = (
            select(JejakTabel.nomor, JejakTabel.hash)
            .where(JejakTabel.jenis.not_in(sorted(j.value for j in TANPA_AKIBAT)))
            .order_by(JejakTabel.nomor.desc())
            .limit(1)
        )

    def __call__(self, session: Session | None = None) -> str:
        """The token now; of what `session` sees, where one is given that keeps other writers out."""
        if session is not None:
            baris = session.connection().execute(self._pilih).first()
        else:
            with self._engine.connect() as koneksi:
                baris = koneksi.execute(self._pilih).first()
        return "" if baris is None else f"{baris.nomor}:{baris.hash}"
