"""What a report printed besides its results: figures at other places, breakdowns, sentences, differences of the history."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _tabel(nama: str, *kolom: sa.Column) -> None:
    """A table of rows of a year that belong to a unit or, without one, to the instansi."""
    op.create_table(
        nama,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("periode", sa.String(length=32), nullable=False),
        *kolom,
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f(f"fk_{nama}_upp_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{nama}")),
    )


def _kunci(nama: str, *kolom: str) -> None:
    op.create_index(f"uq_{nama}_kunci", nama, ["tahun", sa.text("coalesce(upp_id, 0)"), "periode", *kolom], unique=True)


def upgrade() -> None:
    _tabel(
        "angka_tercetak",
        sa.Column("bagian", sa.String(length=128), nullable=False),
        sa.Column("kunci", sa.String(length=64), nullable=False),
        sa.Column("nilai", sa.String(length=255), nullable=False),
    )
    _kunci("angka_tercetak", "bagian", "kunci")
    _tabel(
        "rincian_tercetak",
        sa.Column("tabel", sa.String(length=128), nullable=False),
        sa.Column("label", sa.String(length=128), nullable=False),
        sa.Column("kolom", sa.String(length=64), nullable=False),
        sa.Column("jumlah", sa.Integer(), nullable=True),
        sa.Column("persen_tercetak", sa.String(length=40), nullable=True),
    )
    _kunci("rincian_tercetak", "tabel", "label", "kolom")
    _tabel(
        "naskah_tercetak",
        sa.Column("bagian", sa.String(length=128), nullable=False),
        sa.Column("teks", sa.Text(), nullable=False),
    )
    op.create_index("ix_naskah_tercetak_tahun", "naskah_tercetak", ["tahun"])
    op.add_column("riwayat", sa.Column("selisih_tercetak", sa.String(length=40), nullable=True))


def downgrade() -> None:
    """What the workbook held of these is lost; results and history stay."""
    op.drop_column("riwayat", "selisih_tercetak")
    for tabel in ("naskah_tercetak", "rincian_tercetak", "angka_tercetak"):
        op.drop_table(tabel)
