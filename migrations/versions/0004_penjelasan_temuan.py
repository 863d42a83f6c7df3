"""Explanations of findings of the auditor."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "penjelasan_temuan",
        sa.Column("tahun", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kunci", sa.String(length=64), nullable=False),
        sa.Column("upp_id", sa.Integer(), nullable=True),
        sa.Column("aturan", sa.String(length=32), nullable=False),
        sa.Column("alasan", sa.Text(), nullable=False),
        sa.Column("pengguna_id", sa.Integer(), nullable=True),
        sa.Column("oleh", sa.String(length=255), nullable=False),
        sa.Column("pada", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pengguna_id"], ["pengguna.id"], name=op.f("fk_penjelasan_temuan_pengguna_id")),
        sa.ForeignKeyConstraint(["upp_id"], ["upp.id"], name=op.f("fk_penjelasan_temuan_upp_id")),
        sa.PrimaryKeyConstraint("tahun", "kunci", name=op.f("pk_penjelasan_temuan")),
    )
    op.create_index("ix_penjelasan_temuan_upp_id", "penjelasan_temuan", ["upp_id"])


def downgrade() -> None:
    op.drop_table("penjelasan_temuan")
