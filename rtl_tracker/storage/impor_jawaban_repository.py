"""Files of answers: stored whole through the driver with their counts, set aside and taken back as a whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from rtl_tracker.domain.analisis import saran_unsur
from rtl_tracker.domain.cacah_banyak import cacah_banyak
from rtl_tracker.domain.jawaban import PILIHAN_PROFIL, JenisCacah, KunciCacah, Saluran
from rtl_tracker.domain.saran import unsur_saran
from rtl_tracker.domain.survei import JAWABAN, Nilai, kode_nilai, nilai_dari_kode
from rtl_tracker.domain.unsur import Unsur, lipat
from rtl_tracker.storage.jawaban_repository import ubah_cacah
from rtl_tracker.storage.session import sisipkan_cepat
from rtl_tracker.storage.tables import ImporTabel, JawabanTabel

JENIS = "jawaban"
PANJANG_KUNCI, DIGIT_NOMOR, PANJANG_NAMA = 40, 10, 255
_UNSUR = [u.value for u in Unsur]
_ISI = ("layanan_id", "tanggal", "saluran", *PILIHAN_PROFIL, "umum", *_UNSUR)
_KOLOM = (
    "kunci", "survei_id", "impor_id", "layanan_id", "tanggal", *PILIHAN_PROFIL, "umum", *_UNSUR, "saran", "unsur_saran", "sidik",
    "lurus", "saluran", "diterima", "sah", "alasan",
)  # fmt: skip
_NILAI = slice(9, 18)


@dataclass(frozen=True, slots=True)
class ImporJawaban:
    """One import of answers. `n`: questionnaires it brought; `alasan`: why it was taken back, "" = it counts."""

    id: int
    waktu: datetime
    nama_berkas: str
    sha256: str
    n: int
    oleh: str
    alasan: str


def list_impor_jawaban(session: Session, survei_id: int, tahun: int) -> list[ImporJawaban]:
    """The imports into a survey, newest first."""
    pilih = select(ImporTabel).where(ImporTabel.tahun == tahun).order_by(ImporTabel.id.desc())
    return [_impor(b) for b in session.scalars(pilih) if _milik(b, survei_id)]


def impor_menurut_id(session: Session, survei_id: int, impor_id: int) -> ImporJawaban | None:
    """The import of this id, if it is one into this survey."""
    baris = session.get(ImporTabel, impor_id)
    return _impor(baris) if baris is not None and _milik(baris, survei_id) else None


def catat_impor_jawaban(
    session: Session, now: datetime, tahun: int, survei_id: int, nama_berkas: str, sidik: str, n: int, oleh: str
) -> int:
    """Log an import; returns its id."""
    isi = {"jenis": JENIS, "survei_id": survei_id, "n": n, "oleh": oleh, "alasan": ""}
    baris = ImporTabel(waktu=now, tahun=tahun, nama_berkas=nama_berkas[:PANJANG_NAMA], sha256=sidik, ringkasan=isi)
    session.add(baris)
    session.flush()
    return baris.id


def susun_banyak(baris: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Questionnaires as they are stored, ready for `tambah_banyak`: the slow part, for which no session need be open.

    `baris`: number in the file, layanan, ISO date, profile, umum, nine values, saran.
    """
    return [
        (
            *b[:_NILAI.start], *[None if n is None else kode_nilai(n) for n in b[_NILAI]], b[-1], _unsur_saran(b),
            sidik_baris(b), None not in b[_NILAI] and len(set(b[_NILAI])) == 1,
        )
        for b in baris
    ]  # fmt: skip


def tambah_banyak(
    session: Session, survei_id: int, impor_id: int, awalan: str, siap: Sequence[tuple[Any, ...]], now: datetime
) -> None:
    """Store questionnaires that `susun_banyak` made ready, and add their counts.

    `awalan` and the number in the file make the key of each: the same row of the same file never comes in twice.
    """
    depan = sha256(awalan.encode()).hexdigest()[: PANJANG_KUNCI - DIGIT_NOMOR]
    tetap = (Saluran.IMPOR.value, _saat(session, now), True, "")
    baris = [(f"{depan}{s[0]:0{DIGIT_NOMOR}}", survei_id, impor_id, *s[1:], *tetap) for s in siap]
    sisipkan_cepat(session, "jawaban", _KOLOM, baris)
    isi = [(s[1], s[2], Saluran.IMPOR.value, *s[3 : _NILAI.start], *map(_nilai, s[_NILAI])) for s in siap]
    for layanan_id, cacah in _cacah_per_layanan(isi).items():
        ubah_cacah(session, survei_id, layanan_id, cacah)


def _nilai(kode: int | None) -> Nilai | None:
    return kode if kode is None or kode <= JAWABAN[-1] else nilai_dari_kode(kode)


def _unsur_saran(b: Sequence[Any]) -> str | None:
    """The key of the unsur that the saran of a row is about."""
    unsur = saran_unsur(b[_NILAI], unsur_saran(b[-1])) if b[-1] else None
    return None if unsur is None else unsur.value


def sidik_baris(b: Sequence[Any]) -> str:
    """The fingerprint `domain.jawaban.sidik_isi` of a row of `tambah_banyak`."""
    _, layanan, _, kelamin, usia, pendidikan, pekerjaan, disabilitas, umum, *nilai, saran = b
    isi = [layanan, *nilai, umum, usia, kelamin, pendidikan, pekerjaan, disabilitas, lipat(saran) if saran else ""]
    return sha256("|".join(["" if x is None else str(x) for x in isi]).encode()).hexdigest()[:16]


def isi_terimpor(session: Session, survei_id: int) -> Counter[tuple[str, str]]:
    """(ISO date, fingerprint) of the valid imported questionnaires of a survey, and how often each is there."""
    pilih = select(JawabanTabel.tanggal, JawabanTabel.sidik, func.count()).where(
        JawabanTabel.survei_id == survei_id, JawabanTabel.saluran == Saluran.IMPOR, JawabanTabel.sah
    )
    baris = session.execute(pilih.group_by(JawabanTabel.tanggal, JawabanTabel.sidik))
    return Counter({(tanggal.isoformat(), sidik): n for tanggal, sidik, n in baris})


def sisihkan_impor(session: Session, survei_id: int, impor_id: int, alasan: str) -> int:
    """Set aside everything an import brought that still counts; returns how many questionnaires that were."""
    return _pindah(session, survei_id, impor_id, alasan, sah=False)


def pulihkan_impor(session: Session, survei_id: int, impor_id: int) -> int:
    """Take back what was set aside with the import, and nothing that was set aside for itself; returns how many."""
    return _pindah(session, survei_id, impor_id, "", sah=True)


def _pindah(session: Session, survei_id: int, impor_id: int, alasan: str, sah: bool) -> int:
    baris_impor = session.get_one(ImporTabel, impor_id)
    tanda = kalimat_alasan(impor_id, alasan or baris_impor.ringkasan["alasan"])
    syarat = [JawabanTabel.impor_id == impor_id, JawabanTabel.sah.is_not(sah)]
    if sah:
        syarat.append(JawabanTabel.alasan == tanda)
    isi = session.execute(select(*(getattr(JawabanTabel, k) for k in _ISI)).where(*syarat)).all()
    baku = [(b[0], b[1].isoformat(), b[2].value, *b[3:]) for b in isi]
    arah = 1 if sah else -1
    for layanan_id, cacah in _cacah_per_layanan(baku).items():
        delta = Counter({kunci: arah * n for kunci, n in cacah.items()})
        delta[JenisCacah.TIDAK_SAH, ""] = -arah * cacah[JenisCacah.N, ""]
        ubah_cacah(session, survei_id, layanan_id, delta)
    session.execute(update(JawabanTabel).where(*syarat).values(sah=sah, alasan="" if sah else tanda))
    baris_impor.ringkasan = {**baris_impor.ringkasan, "alasan": alasan}
    session.flush()
    return len(isi)


def kalimat_alasan(impor_id: int, alasan: str) -> str:
    """What stands as the reason at every questionnaire of an import that was taken back."""
    return f"Impor nomor {impor_id} dibatalkan: {alasan}"


def _cacah_per_layanan(baris: Sequence[Sequence[Any]]) -> dict[int | None, Counter[KunciCacah]]:
    """Counts of rows in the order of _ISI."""
    kelompok: dict[int | None, list[Sequence[Any]]] = {}
    for b in baris:
        kelompok.setdefault(b[0], []).append(b)
    hasil = {}
    for layanan_id, isi in kelompok.items():
        _, tanggal, saluran, *lain = zip(*isi, strict=True)
        banyak = len(PILIHAN_PROFIL)
        profil = dict(zip(PILIHAN_PROFIL, lain[:banyak], strict=True))
        hasil[layanan_id] = cacah_banyak(tanggal, saluran, profil, lain[banyak], lain[banyak + 1 :])
    return hasil


def _saat(session: Session, now: datetime) -> datetime | str:
    """A moment as the driver takes it: SQLite keeps text."""
    utc = now.astimezone(UTC)
    if session.get_bind().dialect.name == "postgresql":
        return utc
    return utc.replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")


def _milik(baris: ImporTabel, survei_id: int) -> bool:
    return baris.ringkasan.get("jenis") == JENIS and baris.ringkasan.get("survei_id") == survei_id


def _impor(b: ImporTabel) -> ImporJawaban:
    waktu = b.waktu if b.waktu.tzinfo else b.waktu.replace(tzinfo=UTC)
    return ImporJawaban(b.id, waktu, b.nama_berkas, b.sha256, b.ringkasan["n"], b.ringkasan["oleh"], b.ringkasan["alasan"])
