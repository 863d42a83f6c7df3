"""Results as handed in, kept sums of the answers, and the printed indices of a run of years."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from rtl_tracker.domain.hasil import BarisHasil
from rtl_tracker.domain.periode import TRIWULAN_SEMESTER, Periode
from rtl_tracker.domain.survei import PER, Nilai, Tabulasi, kode_nilai, nilai_dari_kode
from rtl_tracker.domain.tercetak import RiwayatTercetak
from rtl_tracker.domain.unsur import Unsur
from rtl_tracker.storage.session import sisipkan_cepat
from rtl_tracker.storage.tables import HasilTabel, HitunganTabel, ResponsTabel, RiwayatTabel, TabulasiTabel

KunciBaris = tuple[int, int | None, Periode, bool]
KunciTabulasi = tuple[int, int | None, Periode]
_APA_ADANYA: tuple[str, ...] = (
    "upp_id", "periode", "rata", "skala", "ikm_tercetak", "kategori_tercetak", "jumlah_responden", "populasi", "metode",
    "pelaksana", "unsur_prioritas", "realisasi_tercetak", "tautan_laporan",
)  # fmt: skip


def isi_hasil(baris: BarisHasil, layanan_id: int | None) -> dict[str, object]:
    """The columns of a stored result row, without its id and its year."""
    return {
        "upp_id": baris.upp_id,
        "layanan_id": layanan_id,
        "periode": baris.periode,
        "rata": baris.rata,
        "skala": baris.skala,
        "nilai": {u.value: str(nilai) for u, nilai in baris.nilai.items()},
        "konversi_tercetak": {u.value: str(nilai) for u, nilai in baris.konversi_tercetak.items()},
        "ikm_tercetak": baris.ikm_tercetak,
        "kategori_tercetak": baris.kategori_tercetak,
        "jumlah_responden": baris.jumlah_responden,
        "populasi": baris.populasi,
        "metode": baris.metode,
        "pelaksana": baris.pelaksana,
        "unsur_prioritas": baris.unsur_prioritas,
        "realisasi_tercetak": baris.realisasi_tercetak,
        "tautan_laporan": baris.tautan_laporan,
    }


def hasil_tersimpan(session: Session, tahun: int) -> dict[KunciBaris, HasilTabel]:
    """Stored result rows of the year by their key."""
    daftar = session.scalars(select(HasilTabel).where(HasilTabel.tahun == tahun))
    return {(b.upp_id, b.layanan_id, b.periode, b.rata): b for b in daftar}


def baris_hasil(session: Session, upp_id: int, layanan_id: int | None, tahun: int, periode: Periode) -> HasilTabel | None:
    """The stored row of one unit (or layanan) and period; printed means apart."""
    pilih = select(HasilTabel).where(
        HasilTabel.upp_id == upp_id, HasilTabel.tahun == tahun, HasilTabel.periode == periode, HasilTabel.rata.is_(False),
        HasilTabel.layanan_id.is_(None) if layanan_id is None else HasilTabel.layanan_id == layanan_id,
    )  # fmt: skip
    return session.scalar(pilih)


def list_baris_hasil(session: Session, upp_id: int, tahun: int, periode: Periode) -> list[HasilTabel]:
    """All stored rows of one unit and period, of the whole unit first."""
    pilih = select(HasilTabel).where(HasilTabel.upp_id == upp_id, HasilTabel.tahun == tahun, HasilTabel.periode == periode)
    return sorted(session.scalars(pilih), key=lambda b: (b.layanan_id is not None, b.id))


def simpan_baris_hasil(session: Session, tahun: int, isi: Mapping[str, object], ada: HasilTabel | None) -> HasilTabel:
    """Store one row given as columns (new, or in place of `ada`) and count its version up."""
    baris = ada or HasilTabel(tahun=tahun, versi=0)
    for kolom, nilai in isi.items():
        setattr(baris, kolom, nilai)
    baris.versi += 1
    session.add(baris)
    session.flush()
    return baris


def hapus_hasil_periode(session: Session, upp_id: int, tahun: int, periode: Periode) -> None:
    """Remove the rows, kept sums and questionnaires of one unit and period (before they are replaced)."""
    milik = select(TabulasiTabel.id).where(
        TabulasiTabel.upp_id == upp_id, TabulasiTabel.tahun == tahun, TabulasiTabel.periode == periode
    )
    session.execute(delete(HitunganTabel).where(HitunganTabel.tabulasi_id.in_(milik)))
    for tabel in (TabulasiTabel, HasilTabel, ResponsTabel):
        session.execute(delete(tabel).where(tabel.upp_id == upp_id, tabel.tahun == tahun, tabel.periode == periode))


def ada_jawaban(session: Session, upp_id: int, tahun: int, periode: Periode) -> bool:
    """Whether questionnaires of the unit and period are stored."""
    pilih = select(TabulasiTabel.id).where(
        TabulasiTabel.upp_id == upp_id, TabulasiTabel.tahun == tahun, TabulasiTabel.periode == periode
    )
    return session.scalar(pilih.limit(1)) is not None


def periode_berhasil(session: Session, tahun: int, upp_id: int | None = None) -> frozenset[Periode]:
    """Periods of the year of which there is a result, of one unit or of any; also S1 and S2 where one of their triwulan has one."""
    ada: set[Periode] = set()
    for tabel in (HasilTabel, TabulasiTabel):
        pilih = select(tabel.periode).where(tabel.tahun == tahun).distinct()
        ada.update(session.scalars(pilih if upp_id is None else pilih.where(tabel.upp_id == upp_id)))
    return frozenset(ada | {p for p, bagian in TRIWULAN_SEMESTER.items() if ada & set(bagian)})


def hapus_hasil(session: Session, tahun: int) -> None:
    """Remove the result rows of the year (before they are replaced)."""
    session.execute(delete(HasilTabel).where(HasilTabel.tahun == tahun))


def tambah_hasil(session: Session, tahun: int, isian: Iterable[dict[str, object]]) -> None:
    """Store result rows given as columns."""
    session.add_all(HasilTabel(tahun=tahun, **isi) for isi in isian)
    session.flush()


def _desimal(nilai: Mapping[str, str]) -> dict[Unsur, Decimal]:
    return {Unsur(kunci): Decimal(teks) for kunci, teks in nilai.items()}


def muat_hasil(session: Session, tahun: int, layanan: Mapping[int, str], upp_id: int | None = None) -> tuple[BarisHasil, ...]:
    """Result rows of the year, of one unit where given; `layanan` names the layanan ids."""
    lain_lain = (getattr(HasilTabel, k) for k in _APA_ADANYA)
    pilih = select(HasilTabel.layanan_id, HasilTabel.nilai, HasilTabel.konversi_tercetak, *lain_lain)
    pilih = pilih.where(HasilTabel.tahun == tahun).order_by(HasilTabel.id)
    if upp_id is not None:
        pilih = pilih.where(HasilTabel.upp_id == upp_id)
    return tuple(
        BarisHasil(
            layanan=layanan.get(layanan_id) if layanan_id else None,
            nilai=_desimal(nilai),
            konversi_tercetak=_desimal(konversi),
            **dict(zip(_APA_ADANYA, lain, strict=True)),
        )
        for layanan_id, nilai, konversi, *lain in session.execute(pilih)
    )


def simpan_tabulasi(session: Session, tahun: int, tabulasi: Mapping[KunciTabulasi, Tabulasi]) -> None:
    """Keep the sums of groups of answers by (upp_id, layanan_id, periode); none of the groups may have any yet."""
    baris = [
        TabulasiTabel(
            upp_id=upp_id, layanan_id=layanan_id, tahun=tahun, periode=periode, n=t.n, n_lengkap=t.n_lengkap, per=per,
            jumlah_total=int(t.jumlah_total * per), jumlah_kuadrat=int(t.jumlah_kuadrat * per**2),
        )
        for (upp_id, layanan_id, periode), t in tabulasi.items()
        for per in [PER if t.pecahan else 1]
    ]  # fmt: skip
    session.add_all(baris)
    session.flush()
    hitungan = [
        (satu.id, unsur.value, jawaban, banyak)
        for satu, t in zip(baris, tabulasi.values(), strict=True)
        for unsur, jawaban, banyak in _hitungan(t)
        if banyak
    ]
    sisipkan_cepat(session, "hitungan", ("tabulasi_id", "unsur", "jawaban", "banyak"), hitungan)


def _hitungan(t: Tabulasi) -> Iterator[tuple[Unsur, int, int]]:
    """(unsur, answer or code of a value between two, how often)."""
    for unsur, cacah in t.hitungan.items():
        yield from ((unsur, jawaban, banyak) for jawaban, banyak in enumerate(cacah, start=1))
    for unsur, pecahan in t.pecahan.items():
        yield from ((unsur, kode_nilai(nilai), banyak) for nilai, banyak in pecahan.items())


def hapus_tabulasi(session: Session, tahun: int) -> None:
    """Remove the kept sums of the year (before its answers are replaced)."""
    milik = select(TabulasiTabel.id).where(TabulasiTabel.tahun == tahun)
    session.execute(delete(HitunganTabel).where(HitunganTabel.tabulasi_id.in_(milik)))
    session.execute(delete(TabulasiTabel).where(TabulasiTabel.tahun == tahun))


def muat_tabulasi(
    session: Session, tahun: int, layanan: Mapping[int, str], upp_id: int | None = None
) -> dict[tuple[int, str | None, Periode], Tabulasi]:
    """Kept sums of the year, of one unit where given, by (upp_id, layanan, periode), in two queries."""
    pilih = select(HitunganTabel.tabulasi_id, HitunganTabel.unsur, HitunganTabel.jawaban, HitunganTabel.banyak)
    syarat = [TabulasiTabel.tahun == tahun, *([TabulasiTabel.upp_id == upp_id] if upp_id is not None else [])]
    banyak: dict[int, dict[Unsur, list[int]]] = {}
    pecahan: dict[int, dict[Unsur, dict[Fraction, int]]] = {}
    for tabulasi_id, unsur, kode, jumlah in session.execute(pilih.join(TabulasiTabel).where(*syarat)):
        nilai = nilai_dari_kode(kode)
        if isinstance(nilai, Fraction):
            pecahan.setdefault(tabulasi_id, {}).setdefault(unsur, {})[nilai] = jumlah
        else:
            banyak.setdefault(tabulasi_id, {u: [0, 0, 0, 0] for u in Unsur})[unsur][nilai - 1] = jumlah
    return {
        (b.upp_id, layanan.get(b.layanan_id) if b.layanan_id else None, b.periode): Tabulasi(
            {u: (x[0], x[1], x[2], x[3]) for u, x in banyak.get(b.id, {}).items()},
            b.n, b.n_lengkap, _per(b.jumlah_total, b.per), _per(b.jumlah_kuadrat, b.per**2), pecahan.get(b.id, {}),
        )
        for b in session.scalars(select(TabulasiTabel).where(*syarat))
    }  # fmt: skip


def _per(jumlah: int, per: int) -> Nilai:
    return jumlah if per == 1 else Fraction(jumlah, per)


def muat_riwayat(session: Session, upp_id: int | None = None) -> dict[tuple[int | None, int], RiwayatTabel]:
    """Printed indices of all years by (upp_id or None, tahun); of one unit and the instansi where a unit is given."""
    pilih = select(RiwayatTabel)
    if upp_id is not None:
        pilih = pilih.where(or_(RiwayatTabel.upp_id == upp_id, RiwayatTabel.upp_id.is_(None)))
    return {(b.upp_id, b.tahun): b for b in session.scalars(pilih)}


def tambah_riwayat(session: Session, upp_id: int | None, tahun: int, isi: RiwayatTercetak) -> None:
    """Keep what was printed of one year."""
    session.add(RiwayatTabel(upp_id=upp_id, tahun=tahun, **_isi_riwayat(isi)))


def ubah_riwayat(baris: RiwayatTabel, isi: RiwayatTercetak) -> None:
    """Put what was printed in place of what is kept of that year."""
    for kolom, nilai in _isi_riwayat(isi).items():
        setattr(baris, kolom, nilai)


def _isi_riwayat(isi: RiwayatTercetak) -> dict[str, object]:
    """The columns of a stored row of the history, without its key."""
    return {kolom.name: getattr(isi, kolom.name) for kolom in fields(isi)}


def riwayat_tercetak(baris: RiwayatTabel) -> RiwayatTercetak:
    """A stored row of the history as a plain value."""
    return RiwayatTercetak(Decimal(baris.ikm), baris.mutu_tercetak, baris.selisih_tercetak)
