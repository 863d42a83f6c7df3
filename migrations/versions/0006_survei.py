"""The running survey: questionnaires by version, answers with their kept counts, publication; sums in parts where an unsur had several questions."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _buat_survei()
    _buat_publikasi()
    op.add_column("tabulasi", sa.Column("per", sa.SmallInteger(), nullable=False, server_default="1"))
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("tabulasi", "per", server_default=None)
        op.alter_column("tabulasi", "jumlah_total", type_=sa.BigInteger())
        op.alter_column("tabulasi", "jumlah_kuadrat", type_=sa.BigInteger())


def _buat_survei() -> None:
    op.create_table(
        "kuesioner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("layanan_id", sa.Integer(), nullable=True),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=True),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["layanan_id"], ["layanan.id"], name=op.f("fk_kuesioner_layanan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kuesioner")),
    )
    op.create_index("uq_kuesioner_versi", "kuesioner", [sa.text("coalesce(layanan_id, 0)"), "nomor"], unique=True)
    op.create_table(
        "survei",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("populasi", sa.Integer(), nullable=True),
        sa.Column("dijeda", sa.Boolean(), nullable=False),
        sa.Column("ditutup", sa.DateTime(timezone=True), nullable=True),
        sa.Column("data_contoh", sa.Boolean(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_survei_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survei")),
        sa.UniqueConstraint("upp_id", "tahun", "periode", name=op.f("uq_survei_upp_id_tahun_periode")),
    )
    op.create_index("ix_survei_tahun", "survei", ["tahun"])
    op.create_table(
        "jawaban",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.String(length=40), nullable=False),
        sa.Column("nomor", sa.String(length=32), nullable=True),
        sa.Column("survei_id", sa.Integer(), nullable=False),
        sa.Column("layanan_id", sa.Integer(), nullable=True),
        sa.Column("kuesioner_id", sa.Integer(), nullable=True),
        sa.Column("impor_id", sa.Integer(), nullable=True),
        sa.Column("saluran", sa.String(length=32), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("diterima", sa.DateTime(timezone=True), nullable=False),
        sa.Column("usia", sa.String(length=16), nullable=True),
        sa.Column("jenis_kelamin", sa.String(length=16), nullable=True),
        sa.Column("pendidikan", sa.String(length=32), nullable=True),
        sa.Column("pekerjaan", sa.String(length=32), nullable=True),
        sa.Column("disabilitas", sa.String(length=64), nullable=True),
        sa.Column("umum", sa.SmallInteger(), nullable=True),
        sa.Column("persyaratan", sa.SmallInteger(), nullable=True),
        sa.Column("prosedur", sa.SmallInteger(), nullable=True),
        sa.Column("waktu", sa.SmallInteger(), nullable=True),
        sa.Column("biaya", sa.SmallInteger(), nullable=True),
        sa.Column("produk", sa.SmallInteger(), nullable=True),
        sa.Column("kompetensi", sa.SmallInteger(), nullable=True),
        sa.Column("perilaku", sa.SmallInteger(), nullable=True),
        sa.Column("pengaduan", sa.SmallInteger(), nullable=True),
        sa.Column("sarpras", sa.SmallInteger(), nullable=True),
        sa.Column("butir", sa.JSON(), nullable=True),
        sa.Column("saran", sa.Text(), nullable=False),
        sa.Column("unsur_saran", sa.String(length=32), nullable=True),
        sa.Column("sidik", sa.String(length=16), nullable=False),
        sa.Column("lurus", sa.Boolean(), nullable=False),
        sa.Column("sah", sa.Boolean(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_jawaban_impor_id")),
        sa.ForeignKeyConstraint(["kuesioner_id"], ["kuesioner.id"], name=op.f("fk_jawaban_kuesioner_id")),
        sa.ForeignKeyConstraint(["layanan_id"], ["layanan.id"], name=op.f("fk_jawaban_layanan_id")),
        sa.ForeignKeyConstraint(["survei_id"], ["survei.id"], name=op.f("fk_jawaban_survei_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jawaban")),
        sa.UniqueConstraint("kunci", name=op.f("uq_jawaban_kunci")),
    )
    op.create_index("ix_jawaban_kuesioner", "jawaban", ["kuesioner_id", "survei_id"])
    op.create_index(
        "ix_jawaban_saran", "jawaban", ["survei_id", "id"], sqlite_where=sa.text("saran <> ''"),
        postgresql_where=sa.text("saran <> ''"),
    )  # fmt: skip
    op.create_index("ix_jawaban_sidik", "jawaban", ["survei_id", "sidik"])
    op.create_index("ix_jawaban_survei", "jawaban", ["survei_id", "id"])
    for nama, kolom, unik in (("uq_jawaban_nomor", ["survei_id", "nomor"], True), ("ix_jawaban_impor", ["impor_id"], False)):
        ada = sa.text(f"{kolom[-1]} IS NOT NULL")
        op.create_index(nama, "jawaban", kolom, unique=unik, sqlite_where=ada, postgresql_where=ada)
    op.create_table(
        "cacah_survei",
        sa.Column("survei_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("layanan_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("jenis", sa.String(length=32), nullable=False),
        sa.Column("kunci", sa.String(length=32), nullable=False),
        sa.Column("banyak", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["survei_id"], ["survei.id"], name=op.f("fk_cacah_survei_survei_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("survei_id", "layanan_id", "jenis", "kunci", name=op.f("pk_cacah_survei")),
    )


def _buat_publikasi() -> None:
    op.create_table(
        "pemetaan_jawaban",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("tanda", sa.String(length=64), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_pemetaan_jawaban_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pemetaan_jawaban")),
        sa.UniqueConstraint("upp_id", "tanda", name=op.f("uq_pemetaan_jawaban_upp_id_tanda")),
    )
    op.create_table(
        "publikasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("sidik_isi", sa.String(length=64), nullable=False),
        sa.Column("ringkas", sa.JSON(), nullable=False),
        sa.Column("berkas", sa.String(length=255), nullable=False),
        sa.Column("sidik", sa.JSON(), nullable=False),
        sa.Column("ditarik", sa.Boolean(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publikasi")),
        sa.UniqueConstraint("berkas", name=op.f("uq_publikasi_berkas")),
        sa.UniqueConstraint("tahun", "periode", "nomor", name=op.f("uq_publikasi_tahun_periode_nomor")),
    )
    op.create_index("ix_publikasi_tahun", "publikasi", ["tahun"])
    op.create_table(
        "media_publikasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("media", sa.String(length=32), nullable=False),
        sa.Column("keterangan", sa.Text(), nullable=False),
        sa.Column("tautan", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("nama_berkas", sa.String(length=255), nullable=False),
        sa.Column("tipe", sa.String(length=32), nullable=True),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("dibatalkan", sa.Boolean(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=True),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pengguna_id"], ["pengguna.id"], name=op.f("fk_media_publikasi_pengguna_id")),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_media_publikasi_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_publikasi")),
    )
    op.create_index("ix_media_publikasi_sha256", "media_publikasi", ["sha256"])
    op.create_index("ix_media_publikasi_tahun", "media_publikasi", ["tahun"])
    op.create_index("ix_media_publikasi_upp_id", "media_publikasi", ["upp_id"])


def downgrade() -> None:
    op.execute("UPDATE tabulasi SET jumlah_total = jumlah_total / per, jumlah_kuadrat = jumlah_kuadrat / per / per")
    op.drop_column("tabulasi", "per")
    for nama in ("media_publikasi", "publikasi", "pemetaan_jawaban", "cacah_survei", "jawaban", "survei", "kuesioner"):
        op.drop_table(nama)
