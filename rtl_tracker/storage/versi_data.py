"""A token that changes whenever anything is committed to the database, so that computed pages can be kept safely."""

from threading import Lock
from uuid import uuid4

from sqlalchemy import Engine, text
from sqlalchemy.pool import PoolProxiedConnection


class VersiData:
    """Call it for the token. Read the token first and the data after it: equal tokens later mean unchanged data.

    SQLite counts the commits of other connections for a connection (PRAGMA data_version), so one is kept aside that never
    writes. PostgreSQL's snapshot of transactions changes whenever one that writes begins or ends.
    """

    def __init__(self, engine: Engine) -> None:
        """Nothing is opened yet."""
        self._engine = engine
        self._kunci = Lock()
        self._pengamat: PoolProxiedConnection | None = None

    def __call__(self) -> str:
        """The token now."""
        if self._engine.dialect.name == "sqlite":
            return self._sqlite()
        if self._engine.dialect.name == "postgresql":
            with self._engine.connect() as koneksi:
                return str(koneksi.execute(text("SELECT pg_current_snapshot()::text")).scalar_one())
        return uuid4().hex

    def _sqlite(self) -> str:
        with self._kunci:
            if self._pengamat is None:
                self._pengamat = self._engine.raw_connection()
                self._pengamat.detach()
            kursor = self._pengamat.cursor()
            kursor.execute("PRAGMA data_version")
            versi = kursor.fetchone()
            kursor.close()
            return str(versi[0]) if versi else uuid4().hex

    def tutup(self) -> None:
        """Give the kept connection back."""
        with self._kunci:
            if self._pengamat is not None:
                self._pengamat.close()
                self._pengamat = None
