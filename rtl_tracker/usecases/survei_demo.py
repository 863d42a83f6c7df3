"""The running survey of the demo: the current year is open, and some units have made-up answers, marked as examples (spec 5.5)."""

import random
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from rtl_tracker.demo.saran_contoh import SARAN
from rtl_tracker.domain.jadwal_survei import Survei, periode_pada
from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, Jawaban, Saluran, isi_profil
from rtl_tracker.domain.kuesioner import KUESIONER_BAWAAN
from rtl_tracker.domain.survei import Nilai
from rtl_tracker.domain.upp import Upp
from rtl_tracker.storage import jawaban_repository
from rtl_tracker.storage.kuesioner_repository import pastikan_tersimpan
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.penyampaian_repository import muat_kalender
from rtl_tracker.storage.respons_repository import jawaban_per_upp

UNIT_BERJAWABAN = 9
POPULASI = (240, 1200)
BANYAK = (18, 95)
HARI_LALU = 45
_SALURAN = (Saluran.DARING, Saluran.DARING, Saluran.KIOS, Saluran.KERTAS)


def jalankan_survei_contoh(session: Session, unit: Sequence[Upp], tahun_contoh: int, now: datetime, acak: random.Random) -> int:
    """Open the year of `now` and let the first units be answered in the way they were in `tahun_contoh`; returns the number of answers."""
    hari = now.astimezone().date()
    simpan_pengaturan(session, hari.year, {})
    kuesioner_id = pastikan_tersimpan(session, KUESIONER_BAWAAN, now)
    lembar, kalender = _lembar_lama(session, tahun_contoh), muat_kalender(session, hari.year)
    banyak = 0
    for upp in [u for u in unit if u.id in lembar][:UNIT_BERJAWABAN]:
        periode = periode_pada(kalender, upp.periode_wajib, hari)
        if periode is None:
            continue
        survei = Survei(upp.id, hari.year, periode, populasi=acak.randint(*POPULASI), data_contoh=True)
        survei_id = jawaban_repository.id_survei(session, survei)
        mulai = max(kalender[periode].survei_mulai, hari - timedelta(days=HARI_LALU))
        for i in range(acak.randint(*BANYAK)):
            jawaban = _jawaban(acak.choice(lembar[upp.id]), mulai, hari, acak)
            kunci = sha256(f"contoh {upp.id} {i}".encode()).hexdigest()[:32]
            jawaban_repository.tambah_jawaban(session, survei_id, kunci, jawaban, now, kuesioner_id=kuesioner_id)
            banyak += 1
    return banyak


def _lembar_lama(session: Session, tahun: int) -> dict[int, list[tuple[Nilai | None, ...]]]:
    """The nine answers of every questionnaire of the example year, by unit."""
    lembar: dict[int, list[tuple[Nilai | None, ...]]] = {}
    for upp_id, _, (_, *jawaban) in jawaban_per_upp(session, tahun):
        lembar.setdefault(upp_id, []).append(tuple(jawaban))
    return lembar


def _jawaban(nilai: tuple[Nilai | None, ...], mulai: date, hari: date, acak: random.Random) -> Jawaban:
    """One questionnaire of the last weeks of the period, `mulai` to `hari`."""
    profil = {kolom: acak.choice(isi) if acak.random() < 0.9 else None for kolom, isi in PILIHAN_PROFIL.items()}
    profil["disabilitas"] = "ya" if acak.random() < 0.05 else "tidak"
    umum = round(sum(n for n in nilai if n is not None) / max(sum(n is not None for n in nilai), 1)) or None
    saran = f"{acak.choice(SARAN)} (data contoh)" if acak.random() < 0.3 else ""
    kerangka = Jawaban(
        nilai, mulai + timedelta(days=acak.randint(0, (hari - mulai).days)), acak.choice(_SALURAN), umum=umum, saran=saran
    )
    return isi_profil(kerangka, profil)
