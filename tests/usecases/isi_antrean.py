"""A small instansi whose realisasi wait for verification, stored through the program's own rooms."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.jejak import JenisJejak, Objek
from rtl_tracker.domain.peran import Pelaku, Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage import pengguna_repository, rtl_repository
from rtl_tracker.storage.bukti_repository import tambah_bukti
from rtl_tracker.storage.jejak_repository import catat_jejak
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.upp_repository import id_menurut_nama, simpan_upp
from tests.cetakan import tuang

KINI = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
SATU, SULIT = "Kecamatan Satu", 'Dinas "Kelautan" & <Perikanan>'
S = StatusRtl


class Kantor:
    """Two units, an operator, two inspectors and Bagian Organisasi."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        (self.satu, self.sulit), orang = tuang(engine, "antrean", self._bangun)
        self.operator, self.inspektur, self.inspektur_dua, self.organisasi = orang

    def _bangun(self, engine: Engine) -> tuple[list[int], tuple[Pelaku, ...]]:
        with session_tulis(engine) as session:
            simpan_upp(session, SATU, {"kelompok": "Kecamatan"})
            simpan_upp(session, SULIT, {"kelompok": "Dinas & Badan"})
            session.flush()
            satu, sulit = sorted(id_menurut_nama(session).values())
        return [satu, sulit], (
            self.akun("operator", Peran.OPERATOR_UPP, satu),
            self.akun("inspektur", Peran.INSPEKTUR),
            self.akun("inspektur dua", Peran.INSPEKTUR),
            self.akun("organisasi", Peran.ORGANISASI),
        )

    def akun(self, nama: str, peran: Peran, upp_id: int | None = None) -> Pelaku:
        """A new account that owes no new password."""
        with session_tulis(self.engine) as session:
            baru = pengguna_repository.tambah_pengguna(session, nama, f"Akun {nama}", peran, upp_id, "$argon2id$x", KINI)
            pengguna_repository.ubah_pengguna(session, baru.id, {"wajib_ganti": False})
        return Pelaku(baru.id, baru.nama, peran, upp_id, None if upp_id is None else frozenset({upp_id}))

    def lapor(
        self,
        kegiatan: str = "Menambah loket",
        *,
        hari: int = 3,
        upp_id: int | None = None,
        status: S = S.SELESAI,
        oleh: Pelaku | None = None,
        bukti: str = "",
        pembukti: Pelaku | None = None,
        **lain: object,
    ) -> int:
        """An RTL reported `hari` days ago with one link as bukti; returns its id."""
        oleh = oleh or self.operator
        pada = KINI - timedelta(days=hari)
        with session_tulis(self.engine) as session:
            rtl = Rtl(
                0, upp_id or self.satu, 2025, Periode.S1, Unsur.WAKTU, "", kegiatan, indikator="Antrean < 10 menit", uraian="Sudah.",
                status=S.DIRENCANAKAN,
            )  # fmt: skip
            (id_,) = rtl_repository.tambah_rtl(session, [replace(rtl, **lain)])
            tautan = bukti or f"https://contoh.go.id/bukti-{id_}"
            isi = Bukti(0, id_, JenisBukti.TAUTAN, tautan=tautan, pengunggah=(pembukti or oleh).nama)
            tambah_bukti(session, isi, (pembukti or oleh).id, pada)
            lama = rtl_repository.rtl_menurut_id(session, id_)
            assert lama is not None
            rtl_repository.simpan_rtl(session, replace(lama, status=status, dilapor_oleh=oleh.id, dilapor_pada=pada))
            catat_jejak(
                session, oleh, pada, JenisJejak.RTL_BERUBAH_STATUS, Objek.RTL, id_, upp_id=rtl.upp_id, dari="direncanakan",
                ke=status.value,
            )  # fmt: skip
        return id_

    def rtl(self, rtl_id: int) -> Rtl:
        """The RTL as stored."""
        with session_tulis(self.engine) as session:
            hasil = rtl_repository.rtl_menurut_id(session, rtl_id)
        assert hasil is not None
        return hasil
