"""Results, questionnaires with their kept sums, RTL with bukti, settings, imports and jobs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "impor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("nama_berkas", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("ringkasan", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_impor")),
    )
    with op.batch_alter_table("impor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_impor_tahun"), ["tahun"], unique=False)

    op.create_table(
        "pekerjaan",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("jenis", sa.String(length=32), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("dibuat", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diperbarui", sa.DateTime(timezone=True), nullable=False),
        sa.Column("langkah", sa.String(length=255), nullable=False),
        sa.Column("persen", sa.Integer(), nullable=False),
        sa.Column("berkas", sa.String(length=255), nullable=True),
        sa.Column("galat", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pekerjaan")),
    )
    op.create_table(
        "pengaturan_tahun",
        sa.Column("tahun", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("tahun", name=op.f("pk_pengaturan_tahun")),
    )
    op.create_table(
        "tercetak_instansi",
        sa.Column("tahun", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("kunci", sa.String(length=64), nullable=False),
        sa.Column("nilai", sa.String(length=255), nullable=False),
        sa.PrimaryKeyConstraint("tahun", "periode", "kunci", name=op.f("pk_tercetak_instansi")),
    )
    op.create_table(
        "upp",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("urutan", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(length=255), nullable=False),
        sa.Column("nama_terlipat", sa.String(length=255), nullable=False),
        sa.Column("kode", sa.String(length=64), nullable=False),
        sa.Column("singkatan", sa.String(length=64), nullable=False),
        sa.Column("jenis", sa.String(length=64), nullable=False),
        sa.Column("kelompok", sa.String(length=128), nullable=False),
        sa.Column("induk_id", sa.Integer(), nullable=True),
        sa.Column("alamat", sa.Text(), nullable=False),
        sa.Column("telepon", sa.String(length=128), nullable=False),
        sa.Column("frekuensi", sa.String(length=32), nullable=True),
        sa.Column("ikut_rerata", sa.Boolean(), nullable=False),
        sa.Column("pelaksana", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(["induk_id"], ["upp.id"], name=op.f("fk_upp_induk_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upp")),
        sa.UniqueConstraint("nama_terlipat", name=op.f("uq_upp_nama_terlipat")),
    )
    with op.batch_alter_table("upp", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_upp_induk_id"), ["induk_id"], unique=False)

    op.create_table(
        "layanan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(length=255), nullable=False),
        sa.Column("nama_terlipat", sa.String(length=255), nullable=False),
        sa.Column("biaya", sa.String(length=255), nullable=False),
        sa.Column("standar_waktu", sa.String(length=255), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_layanan_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_layanan")),
    )
    with op.batch_alter_table("layanan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_layanan_upp_id"), ["upp_id"], unique=False)
        batch_op.create_index("uq_layanan_upp_nama", ["upp_id", "nama_terlipat"], unique=True)

    op.create_table(
        "profil",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.String(length=255), nullable=False),
        sa.Column("nilai", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_profil_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profil")),
    )
    with op.batch_alter_table("profil", schema=None) as batch_op:
        batch_op.create_index("uq_profil_kunci", ["upp_id", "tahun", "kunci"], unique=True)

    op.create_table(
        "riwayat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("ikm", sa.String(length=40), nullable=False),
        sa.Column("mutu_tercetak", sa.String(length=128), nullable=True),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_riwayat_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat")),
    )
    op.create_table(
        "rtl",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("unsur", sa.String(length=32), nullable=True),
        sa.Column("unsur_teks", sa.String(length=255), nullable=False),
        sa.Column("kegiatan", sa.Text(), nullable=False),
        sa.Column("keluhan", sa.Text(), nullable=False),
        sa.Column("indikator", sa.Text(), nullable=False),
        sa.Column("waktu", sa.String(length=255), nullable=False),
        sa.Column("tenggat", sa.Date(), nullable=True),
        sa.Column("penanggung_jawab", sa.String(length=255), nullable=False),
        sa.Column("horizon", sa.String(length=32), nullable=True),
        sa.Column("stakeholder", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=True),
        sa.Column("uraian", sa.Text(), nullable=False),
        sa.Column("hambatan", sa.Text(), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("strategi", sa.Text(), nullable=False),
        sa.Column("data_contoh", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_rtl_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rtl")),
    )
    with op.batch_alter_table("rtl", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rtl_tahun"), ["tahun"], unique=False)
        batch_op.create_index(batch_op.f("ix_rtl_upp_id"), ["upp_id"], unique=False)

    op.create_table(
        "bukti",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rtl_id", sa.Integer(), nullable=False),
        sa.Column("tautan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["rtl_id"], ["rtl.id"], name=op.f("fk_bukti_rtl_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bukti")),
    )
    with op.batch_alter_table("bukti", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bukti_rtl_id"), ["rtl_id"], unique=False)

    op.create_table(
        "hasil",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("layanan_id", sa.Integer(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("rata", sa.Boolean(), nullable=False),
        sa.Column("skala", sa.String(length=32), nullable=False),
        sa.Column("nilai", sa.JSON(), nullable=False),
        sa.Column("konversi_tercetak", sa.JSON(), nullable=False),
        sa.Column("ikm_tercetak", sa.String(length=40), nullable=True),
        sa.Column("kategori_tercetak", sa.String(length=128), nullable=True),
        sa.Column("jumlah_responden", sa.Integer(), nullable=True),
        sa.Column("populasi", sa.Integer(), nullable=True),
        sa.Column("metode", sa.String(length=255), nullable=False),
        sa.Column("pelaksana", sa.String(length=255), nullable=False),
        sa.Column("unsur_prioritas", sa.Text(), nullable=False),
        sa.Column("realisasi_tercetak", sa.String(length=40), nullable=True),
        sa.Column("tautan_laporan", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["layanan_id"], ["layanan.id"], name=op.f("fk_hasil_layanan_id")),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_hasil_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hasil")),
    )
    with op.batch_alter_table("hasil", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hasil_tahun"), ["tahun"], unique=False)
        batch_op.create_index(batch_op.f("ix_hasil_upp_id"), ["upp_id"], unique=False)

    op.create_table(
        "respons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("layanan_id", sa.Integer(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("nomor", sa.String(length=64), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("usia", sa.String(length=16), nullable=True),
        sa.Column("jenis_kelamin", sa.String(length=16), nullable=True),
        sa.Column("pendidikan", sa.String(length=32), nullable=True),
        sa.Column("pekerjaan", sa.String(length=32), nullable=True),
        sa.Column("disabilitas", sa.String(length=64), nullable=True),
        sa.Column("penilaian_umum", sa.SmallInteger(), nullable=True),
        sa.Column("persyaratan", sa.SmallInteger(), nullable=True),
        sa.Column("prosedur", sa.SmallInteger(), nullable=True),
        sa.Column("waktu", sa.SmallInteger(), nullable=True),
        sa.Column("biaya", sa.SmallInteger(), nullable=True),
        sa.Column("produk", sa.SmallInteger(), nullable=True),
        sa.Column("kompetensi", sa.SmallInteger(), nullable=True),
        sa.Column("perilaku", sa.SmallInteger(), nullable=True),
        sa.Column("pengaduan", sa.SmallInteger(), nullable=True),
        sa.Column("sarpras", sa.SmallInteger(), nullable=True),
        sa.Column("saran", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["layanan_id"], ["layanan.id"], name=op.f("fk_respons_layanan_id")),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_respons_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_respons")),
    )
    op.create_index("uq_riwayat_kunci", "riwayat", [sa.text("coalesce(upp_id, 0)"), "tahun"], unique=True)
    op.create_index(
        "uq_hasil_kunci", "hasil", ["upp_id", sa.text("coalesce(layanan_id, 0)"), "tahun", "periode", "rata"], unique=True
    )
    with op.batch_alter_table("respons", schema=None) as batch_op:
        batch_op.create_index("ix_respons_kelompok", ["tahun", "upp_id", "periode"], unique=False)

    op.create_table(
        "tabulasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=False),
        sa.Column("layanan_id", sa.Integer(), nullable=True),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(length=32), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("n_lengkap", sa.Integer(), nullable=False),
        sa.Column("jumlah_total", sa.Integer(), nullable=False),
        sa.Column("jumlah_kuadrat", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["layanan_id"], ["layanan.id"], name=op.f("fk_tabulasi_layanan_id")),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_tabulasi_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tabulasi")),
    )
    with op.batch_alter_table("tabulasi", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tabulasi_tahun"), ["tahun"], unique=False)

    op.create_index(
        "uq_tabulasi_kunci", "tabulasi", ["upp_id", sa.text("coalesce(layanan_id, 0)"), "tahun", "periode"], unique=True
    )
    op.create_table(
        "hitungan",
        sa.Column("tabulasi_id", sa.Integer(), nullable=False),
        sa.Column("unsur", sa.String(length=32), nullable=False),
        sa.Column("jawaban", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("banyak", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tabulasi_id"], ["tabulasi.id"], name=op.f("fk_hitungan_tabulasi_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("tabulasi_id", "unsur", "jawaban", name=op.f("pk_hitungan")),
    )


def downgrade() -> None:
    op.drop_table("hitungan")
    with op.batch_alter_table("tabulasi", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tabulasi_tahun"))

    op.drop_table("tabulasi")
    with op.batch_alter_table("respons", schema=None) as batch_op:
        batch_op.drop_index("ix_respons_kelompok")

    op.drop_table("respons")
    with op.batch_alter_table("hasil", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hasil_upp_id"))
        batch_op.drop_index(batch_op.f("ix_hasil_tahun"))

    op.drop_table("hasil")
    with op.batch_alter_table("bukti", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bukti_rtl_id"))

    op.drop_table("bukti")
    with op.batch_alter_table("rtl", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rtl_upp_id"))
        batch_op.drop_index(batch_op.f("ix_rtl_tahun"))

    op.drop_table("rtl")
    op.drop_table("riwayat")
    with op.batch_alter_table("profil", schema=None) as batch_op:
        batch_op.drop_index("uq_profil_kunci")

    op.drop_table("profil")
    with op.batch_alter_table("layanan", schema=None) as batch_op:
        batch_op.drop_index("uq_layanan_upp_nama")
        batch_op.drop_index(batch_op.f("ix_layanan_upp_id"))

    op.drop_table("layanan")
    with op.batch_alter_table("upp", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_upp_induk_id"))

    op.drop_table("upp")
    op.drop_table("tercetak_instansi")
    op.drop_table("pengaturan_tahun")
    op.drop_table("pekerjaan")
    with op.batch_alter_table("impor", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_impor_tahun"))

    op.drop_table("impor")
