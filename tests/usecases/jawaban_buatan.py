"""Made-up questionnaires for a survey: every channel, blanks, means of several questions, profiles, saran; the same every time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from random import Random

from sqlalchemy.orm import Session

from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, Jawaban, Saluran
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN
from rtl_tracker.storage import jawaban_repository as repo
from rtl_tracker.storage.kuesioner_repository import pastikan_tersimpan

KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)
HARI = KINI.date()
SARAN = ("Antrean terlalu lama", "Petugas ramah sekali", "", "Kursi ruang tunggu kurang", "", "Terima kasih", "")


def jawaban_buatan(banyak: int, benih: int = 6, akhir: date = HARI, pecahan: bool = False) -> Iterator[Jawaban]:
    """`banyak` questionnaires of the forty days up to `akhir`."""
    acak = Random(benih)
    for _ in range(banyak):
        nilai = [acak.choice((2, 3, 3, 3, 4, 4)) if acak.random() > 0.02 else None for _ in range(9)]
        if pecahan and nilai[2] is not None:
            nilai[2] = Fraction(acak.choice((5, 7)), 2)
        profil = {k: acak.choice(pilihan) if acak.random() > 0.1 else None for k, pilihan in PILIHAN_PROFIL.items()}
        yield Jawaban(
            tuple(nilai) if any(nilai) else (3,) * 9, akhir - timedelta(days=acak.randrange(40)),
            acak.choice((Saluran.DARING, Saluran.DARING, Saluran.KIOS, Saluran.KERTAS)), umum=acak.choice((2, 3, 4, None)),
            saran=acak.choice(SARAN), **profil,
        )  # fmt: skip


def isi_survei_buatan(
    session: Session,
    survei_id: int,
    banyak: int,
    layanan: tuple[int | None, ...] = (None,),
    pecahan: bool = False,
    benih: int = 6,
) -> None:
    """Store made-up questionnaires by the program's own way in, spread over the layanan."""
    kuesioner_id = pastikan_tersimpan(session, KUESIONER_BAWAAN, KINI)
    for i, satu in enumerate(jawaban_buatan(banyak, benih, pecahan=pecahan)):
        baru = repo.tambah_jawaban(
            session, survei_id, f"buatan-{survei_id}-{benih}-{i}", satu, KINI - timedelta(minutes=banyak - i),
            layanan_id=layanan[i % len(layanan)], kuesioner_id=kuesioner_id,
        )  # fmt: skip
        assert baru
