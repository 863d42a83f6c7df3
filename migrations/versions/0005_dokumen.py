"""Edited texts, frozen versions, own templates, the logo; work that tells what was asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "suntingan",
        sa.Column("kunci", sa.String(length=80), nullable=False),
        sa.Column("blok", sa.String(length=40), nullable=False),
        sa.Column("teks", sa.Text(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kunci", "blok", name=op.f("pk_suntingan")),
    )
    _buat_versi()
    op.create_table(
        "templat_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(length=32), nullable=False),
        sa.Column("nama_berkas", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("isi", sa.LargeBinary(), nullable=False),
        sa.Column("hasil", sa.JSON(), nullable=False),
        sa.Column("dipakai", sa.Boolean(), nullable=False),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templat_word")),
    )
    op.create_index("ix_templat_word_jenis", "templat_word", ["jenis"])
    op.create_table(
        "logo",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("isi", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logo")),
    )
    _perluas_pekerjaan()


def _buat_versi() -> None:
    op.create_table(
        "versi_laporan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(length=24), nullable=False),
        sa.Column("kunci", sa.String(length=80), nullable=False),
        sa.Column("jenis", sa.String(length=32), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=16), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("judul", sa.Text(), nullable=False),
        sa.Column("catatan", sa.Text(), nullable=False),
        sa.Column("berkas", sa.String(length=255), nullable=False),
        sa.Column("sidik", sa.JSON(), nullable=False),
        sa.Column("fakta", sa.JSON(), nullable=False),
        sa.Column("angka", sa.JSON(), nullable=False),
        sa.Column("teks", sa.JSON(), nullable=False),
        sa.Column("temuan", sa.JSON(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=True),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_versi_laporan_upp_id")),
        sa.ForeignKeyConstraint(["pengguna_id"], ["pengguna.id"], name=op.f("fk_versi_laporan_pengguna_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versi_laporan")),
        sa.UniqueConstraint("kode", name=op.f("uq_versi_laporan_kode")),
        sa.UniqueConstraint("kunci", "nomor", name="uq_versi_laporan_kunci_nomor"),
    )
    op.create_index("ix_versi_laporan_kunci", "versi_laporan", ["kunci"])
    op.create_index("ix_versi_laporan_tahun", "versi_laporan", ["tahun"])


def _perluas_pekerjaan() -> None:
    """Work of before is all of one kind: the annual report. Its order is empty; it is read from kind and year."""
    with op.batch_alter_table("pekerjaan") as tabel:
        tabel.add_column(sa.Column("kunci", sa.String(length=120), nullable=False, server_default=""))
        tabel.add_column(sa.Column("permintaan", sa.JSON(), nullable=False, server_default="{}"))
        tabel.add_column(sa.Column("upp_id", sa.Integer(), nullable=True))
        tabel.add_column(sa.Column("oleh", sa.Integer(), nullable=True))
        tabel.add_column(sa.Column("dibatalkan", sa.Boolean(), nullable=False, server_default=sa.false()))
        tabel.add_column(sa.Column("percobaan", sa.Integer(), nullable=False, server_default="1"))
        tabel.create_foreign_key(op.f("fk_pekerjaan_upp_id"), "upp", ["upp_id"], ["id"])
        tabel.create_foreign_key(op.f("fk_pekerjaan_oleh"), "pengguna", ["oleh"], ["id"])
    op.execute("UPDATE pekerjaan SET jenis = 'dokumen', kunci = 'dokumen:w:tahunan:' || tahun || ':TAHUNAN:-'")
    with op.batch_alter_table("pekerjaan") as tabel:
        tabel.alter_column("kunci", server_default=None)
        tabel.alter_column("permintaan", server_default=None)
        tabel.alter_column("dibatalkan", server_default=None)
        tabel.alter_column("percobaan", server_default=None)
        tabel.create_index("ix_pekerjaan_kunci", ["kunci"])


def downgrade() -> None:
    op.execute("DELETE FROM pekerjaan WHERE kunci NOT LIKE 'dokumen:w:tahunan:%'")
    op.execute("UPDATE pekerjaan SET jenis = 'laporan_tahunan'")
    with op.batch_alter_table("pekerjaan") as tabel:
        tabel.drop_index("ix_pekerjaan_kunci")
        tabel.drop_constraint(op.f("fk_pekerjaan_oleh"), type_="foreignkey")
        tabel.drop_constraint(op.f("fk_pekerjaan_upp_id"), type_="foreignkey")
        for kolom in ("percobaan", "dibatalkan", "oleh", "upp_id", "permintaan", "kunci"):
            tabel.drop_column(kolom)
    for nama in ("logo", "templat_word", "versi_laporan", "suntingan"):
        op.drop_table(nama)
