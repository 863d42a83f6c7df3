"""Accounts, sessions, the audit trail, dossiers with their calendar, and files as bukti."""

import sqlalchemy as sa
from alembic import op

from rtl_tracker.domain.bukti import kunci_tautan

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _rujuk(tabel: str, kolom: str, tujuan: str, hapus: str = "") -> None:
    """A column that points to another table. SQLite must not build the table anew: dropping the old one would empty its children."""
    akhir = f" ON DELETE {hapus}" if hapus else ""
    op.execute(f"ALTER TABLE {tabel} ADD COLUMN {kolom} INTEGER CONSTRAINT fk_{tabel}_{kolom} REFERENCES {tujuan} (id){akhir}")


def upgrade() -> None:
    op.create_table(
        "jejak",
        sa.Column("nomor", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("waktu", sa.String(length=40), nullable=False),
        sa.Column("pelaku_id", sa.Integer(), nullable=True),
        sa.Column("pelaku", sa.String(length=255), nullable=False),
        sa.Column("peran", sa.String(length=32), nullable=False),
        sa.Column("jenis", sa.String(length=48), nullable=False),
        sa.Column("objek", sa.String(length=32), nullable=False),
        sa.Column("objek_id", sa.Integer(), nullable=True),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("dari", sa.String(length=64), nullable=False),
        sa.Column("ke", sa.String(length=64), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.Column("rincian", sa.JSON(), nullable=False),
        sa.Column("sebelum", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("nomor", name=op.f("pk_jejak")),
    )
    with op.batch_alter_table("jejak", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_jejak_jenis"), ["jenis"], unique=False)
        batch_op.create_index("ix_jejak_objek", ["objek", "objek_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_jejak_pelaku_id"), ["pelaku_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_jejak_upp_id"), ["upp_id"], unique=False)

    op.create_table(
        "kalender",
        sa.Column("tahun", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "periode",
            sa.Enum("TW1", "TW2", "S1", "TW3", "TW4", "S2", "TAHUNAN", name="periode", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("survei_mulai", sa.Date(), nullable=False),
        sa.Column("survei_selesai", sa.Date(), nullable=False),
        sa.Column("kirim_mulai", sa.Date(), nullable=False),
        sa.Column("kirim_batas", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("tahun", "periode", name=op.f("pk_kalender")),
    )
    op.create_table(
        "kepala_jejak",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("banyak", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kepala_jejak")),
    )
    op.create_table(
        "percobaan_masuk",
        sa.Column("kunci", sa.String(length=128), nullable=False),
        sa.Column("gagal", sa.Integer(), nullable=False),
        sa.Column("terakhir", sa.DateTime(timezone=True), nullable=False),
        sa.Column("boleh_lagi", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kunci", name=op.f("pk_percobaan_masuk")),
    )
    op.create_table(
        "pengguna",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama_masuk", sa.String(length=64), nullable=False),
        sa.Column("nama", sa.String(length=255), nullable=False),
        sa.Column(
            "peran",
            sa.Enum("operator_upp", "organisasi", "inspektur", "pimpinan", name="peran", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("sandi", sa.String(length=255), nullable=False),
        sa.Column("wajib_ganti", sa.Boolean(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.Column("dibuat", sa.DateTime(timezone=True), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_pengguna_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengguna")),
        sa.UniqueConstraint("nama_masuk", name=op.f("uq_pengguna_nama_masuk")),
    )
    with op.batch_alter_table("pengguna", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pengguna_upp_id"), ["upp_id"], unique=False)

    op.create_table(
        "penyampaian",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column(
            "periode",
            sa.Enum("TW1", "TW2", "S1", "TW3", "TW4", "S2", "TAHUNAN", name="periode", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "belum", "draf", "dikirim", "dikembalikan", "diterima", name="statuspenyampaian", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("nihil", sa.Boolean(), nullable=False),
        sa.Column("alasan_nihil", sa.Text(), nullable=False),
        sa.Column("catatan_kirim", sa.Text(), nullable=False),
        sa.Column("alasan_kembali", sa.Text(), nullable=False),
        sa.Column("pertama_dikirim", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dikirim", sa.DateTime(timezone=True), nullable=True),
        sa.Column("diterima", sa.DateTime(timezone=True), nullable=True),
        sa.Column("data_contoh", sa.Boolean(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_penyampaian_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penyampaian")),
    )
    with op.batch_alter_table("penyampaian", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penyampaian_tahun"), ["tahun"], unique=False)
        batch_op.create_index("uq_penyampaian_kunci", ["upp_id", "tahun", "periode"], unique=True)

    op.create_table(
        "sesi",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=False),
        sa.Column("mulai", sa.DateTime(timezone=True), nullable=False),
        sa.Column("berakhir", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pengguna_id"], ["pengguna.id"], name=op.f("fk_sesi_pengguna_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sesi")),
    )
    with op.batch_alter_table("sesi", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sesi_pengguna_id"), ["pengguna_id"], unique=False)

    _lengkapi_bukti()
    op.add_column("hasil", sa.Column("versi", sa.Integer(), nullable=False, server_default="1"))
    _lengkapi_rtl()


def _teks(tabel: str, kolom: str, jenis: sa.types.TypeEngine, bawaan: str = "") -> None:
    op.add_column(tabel, sa.Column(kolom, jenis, nullable=False, server_default=bawaan))


def _lengkapi_bukti() -> None:
    """What was a link becomes a bukti of the kind "tautan"."""
    _teks("bukti", "jenis", sa.String(32), "tautan")
    _teks("bukti", "kunci_tautan", sa.Text())
    _teks("bukti", "sha256", sa.String(64))
    _teks("bukti", "nama_berkas", sa.String(255))
    op.add_column("bukti", sa.Column("tipe", sa.String(32)))
    _teks("bukti", "ukuran", sa.Integer(), "0")
    _teks("bukti", "keterangan", sa.Text())
    op.add_column("bukti", sa.Column("berlaku", sa.Date()))
    _rujuk("bukti", "pengunggah_id", "pengguna")
    _teks("bukti", "pengunggah", sa.String(255))
    op.add_column("bukti", sa.Column("diunggah", sa.DateTime(timezone=True)))
    _rujuk("bukti", "diganti_oleh", "bukti", "SET NULL")
    op.create_index("ix_bukti_kunci_tautan", "bukti", ["kunci_tautan"])
    op.create_index("ix_bukti_sha256", "bukti", ["sha256"])
    koneksi = op.get_bind()
    bukti = sa.table("bukti", sa.column("id", sa.Integer), sa.column("tautan", sa.Text), sa.column("kunci_tautan", sa.Text))
    for id_, tautan in koneksi.execute(sa.select(bukti.c.id, bukti.c.tautan)).all():
        koneksi.execute(bukti.update().where(bukti.c.id == id_).values(kunci_tautan=kunci_tautan(tautan)))


def _lengkapi_rtl() -> None:
    _rujuk("rtl", "asal_id", "rtl", "SET NULL")
    _teks("rtl", "catatan_pengembalian", sa.Text())
    _rujuk("rtl", "dilapor_oleh", "pengguna")
    op.add_column("rtl", sa.Column("dilapor_pada", sa.DateTime(timezone=True)))
    op.add_column("rtl", sa.Column("diverifikasi_pada", sa.DateTime(timezone=True)))
    _teks("rtl", "pemverifikasi", sa.String(255))
    _teks("rtl", "versi", sa.Integer(), "1")
    op.create_index("ix_rtl_asal_id", "rtl", ["asal_id"])
    op.create_index("ix_rtl_status", "rtl", ["status"])


def downgrade() -> None:
    """Back to links only; SQLite drops a column by itself where no index holds it."""
    for indeks in ("ix_rtl_status", "ix_rtl_asal_id"):
        op.drop_index(indeks, "rtl")
    for kolom in (
        "versi",
        "pemverifikasi",
        "diverifikasi_pada",
        "dilapor_pada",
        "dilapor_oleh",
        "catatan_pengembalian",
        "asal_id",
    ):
        op.drop_column("rtl", kolom)
    op.drop_column("hasil", "versi")
    for indeks in ("ix_bukti_sha256", "ix_bukti_kunci_tautan"):
        op.drop_index(indeks, "bukti")
    for kolom in (
        "diganti_oleh",
        "diunggah",
        "pengunggah",
        "pengunggah_id",
        "berlaku",
        "keterangan",
        "ukuran",
        "tipe",
        "nama_berkas",
        "sha256",
        "kunci_tautan",
        "jenis",
    ):
        op.drop_column("bukti", kolom)
    for tabel in ("sesi", "penyampaian", "pengguna", "percobaan_masuk", "kepala_jejak", "kalender", "jejak"):
        op.drop_table(tabel)
