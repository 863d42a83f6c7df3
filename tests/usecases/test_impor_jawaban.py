"""A file of answers comes in whole or not at all, once however often it is sent, and goes out whole again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.izin import AksesDitolak, TidakTerjangkau
from rtl_tracker.domain.jadwal_survei import SurveiTertutup
from rtl_tracker.domain.jawaban import Jawaban, JenisCacah, Saluran, cacah_jawaban, jumlahkan_cacah, sidik_isi
from rtl_tracker.domain.peran import Peran
from rtl_tracker.domain.periode import Periode
from rtl_tracker.storage import jawaban_repository as repo
from rtl_tracker.storage.berkas_kiriman import GudangKiriman
from rtl_tracker.storage.jejak_repository import telusuri_rantai
from rtl_tracker.storage.pengaturan_repository import simpan_pengaturan
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.storage.tables import JawabanTabel
from rtl_tracker.storage.upp_repository import id_layanan, tambah_upp
from rtl_tracker.usecases.bahan_impor import muat_bahan_impor
from rtl_tracker.usecases.impor_jawaban import (
    ImporDitolak,
    batalkan_impor,
    isi_terimpor,
    pemetaan_tersimpan,
    pulihkan_impor,
    siapkan_impor,
    simpan_impor,
    susun_impor,
)
from rtl_tracker.usecases.petakan_jawaban import (
    BerkasJawabanDitolak,
    KirimanHilang,
    PilihanImpor,
    ambil_kiriman,
    pemetaan_awal,
    periksa_pemetaan,
    susun_layar,
    tanpa_layanan,
    terima_kiriman,
)
from tests.spreadsheets import ekspor_buatan as ekspor
from tests.spreadsheets.pembuat_berkas import UNSUR
from tests.web.akun import pelaku

KINI = datetime(2026, 11, 21, 3, tzinfo=UTC)
TAHUNAN = Periode.TAHUNAN
BIASA = PilihanImpor()
ALASAN = "Berkas bulan yang keliru"
KEPALA = ["Tanggal", "Jenis kelamin", *UNSUR, "Saran"]


class Meja:
    """One unit with an officer who imports files."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine, self.gudang = engine, GudangKiriman(folder)
        with session_tulis(engine) as session:
            simpan_pengaturan(session, 2026, {"nama": "Kabupaten Uji"})
            self.upp = tambah_upp(session, {"nama": "Kecamatan Uji"})
            self.lain = tambah_upp(session, {"nama": "Dinas Lain"})
        self.petugas = pelaku(Peran.OPERATOR_UPP, self.upp)

    def bahan(self, session, oleh=None, upp=None):
        return muat_bahan_impor(session, oleh or self.petugas, KINI, upp or self.upp, 2026, TAHUNAN)

    def siapkan(self, isi: bytes, nama: str = "jawaban.csv", pilihan: PilihanImpor = BIASA, **ubah: Any):
        """Upload, take the guesses for what they are, check."""
        now = datetime.now(UTC)
        with session_tulis(self.engine) as session:
            bahan = self.bahan(session)
            kode = terima_kiriman(self.gudang, self.petugas, now, bahan, nama, isi, 10)
            berkas = ambil_kiriman(self.gudang, self.upp, kode, now)
            awal = pemetaan_awal(bahan, berkas, pemetaan_tersimpan(session, self.petugas, self.upp, berkas))
            layar = susun_layar(bahan, berkas, awal)
            dasar = {"kata": {k.kata: n for k, n in layar.kata if n is not None}}
            pemetaan = tanpa_layanan(bahan, berkas, replace(awal, **{**dasar, **ubah}))
            self.kurang = periksa_pemetaan(bahan, berkas, pemetaan)
            return susun_impor(siapkan_impor(session, bahan, berkas, pemetaan, pilihan))

    def simpan(self, siap, oleh=None):
        with session_tulis(self.engine) as session:
            return simpan_impor(session, oleh or self.petugas, KINI, self.upp, 2026, TAHUNAN, siap)

    def impor(self, isi: bytes, nama: str = "jawaban.csv", **ubah: Any):
        return self.simpan(self.siapkan(isi, nama, **ubah))

    def batal(self, impor_id: int, alasan: str = ALASAN, oleh=None):
        with session_tulis(self.engine) as session:
            return batalkan_impor(session, oleh or self.petugas, KINI, self.upp, 2026, TAHUNAN, impor_id, alasan)

    def pulih(self, impor_id: int):
        with session_tulis(self.engine) as session:
            return pulihkan_impor(session, self.petugas, KINI, self.upp, 2026, TAHUNAN, impor_id)

    def tersimpan(self, sah: bool = True) -> list[tuple[Jawaban, int | None, str, bool]]:
        with session_tulis(self.engine) as session:
            pilih = session.query(JawabanTabel).filter(JawabanTabel.sah.is_(sah)).order_by(JawabanTabel.id)
            return [(repo.jawaban_dari(b), b.layanan_id, b.sidik, b.lurus) for b in pilih]

    def periksa_cacah(self) -> None:
        """The kept counts are those of the stored questionnaires."""
        harap: Counter = Counter()
        for jawaban, *_ in self.tersimpan():
            harap.update(cacah_jawaban(jawaban))
        if tidak := len(self.tersimpan(sah=False)):
            harap[JenisCacah.TIDAK_SAH, ""] = tidak
        with session_tulis(self.engine) as session:
            per = repo.muat_cacah(session, [1]).get(1, {})
        assert +jumlahkan_cacah(list(per.values())) == harap

    def sql(self, perintah: str) -> Any:
        with self.engine.begin() as koneksi:
            hasil = koneksi.execute(text(perintah))
            return hasil.scalar() if hasil.returns_rows else None


@pytest.fixture
def meja(engine: Engine, tmp_path: Path) -> Iterator[Meja]:
    return Meja(engine, tmp_path / "kiriman")


def berkas(n: int = 4, mulai: int = 0) -> bytes:
    """A plain file of n questionnaires."""
    return ekspor.csv_bita([KEPALA, *(_baris(i) for i in range(mulai, mulai + n))])


def _baris(i: int) -> Sequence[Any]:
    return [f"2026-05-{i % 27 + 1:02}", "LP"[i % 2], *[(i + u) % 4 + 1 for u in range(9)], f"saran {i}"]


def test_a_file_is_stored_as_it_says_and_counted(meja: Meja):
    hasil = meja.impor(ekspor.csv_bita(ekspor.formulir_daring()))
    assert (hasil.n, hasil.baru) == (3, True)
    jawaban, layanan, sidik, lurus = meja.tersimpan()[1]
    assert jawaban == Jawaban(
        ekspor.NILAI_KATA, date(2026, 11, 14), Saluran.IMPOR, usia="26-35", jenis_kelamin="Perempuan", pendidikan="SMA",
        pekerjaan="ASN", saran="Loketnya, tolong ditambah",
    )  # fmt: skip
    assert (layanan, sidik, lurus) == (None, sidik_isi(jawaban, None), False)
    meja.periksa_cacah()


def test_hints_of_duplicates_and_straight_lining_are_those_of_single_questionnaires(meja: Meja):
    isi = [KEPALA, ["2026-05-04", "L", *[3] * 9, "Baik, cepat!"], ["2026-05-04", "", 4, "", *[2] * 7, ""]]
    meja.impor(ekspor.csv_bita(isi))
    assert [(s, lurus) for j, _, s, lurus in meja.tersimpan()] == [(sidik_isi(j, None), j.lurus) for j, *_ in meja.tersimpan()]


def test_several_columns_of_one_unsur_are_kept_as_their_exact_mean(meja: Meja):
    kepala = ["Tanggal", "Waktu", "Kecepatan waktu di loket", "Kecepatan waktu di kasir", "Biaya"]
    meja.impor(ekspor.csv_bita([kepala, ["2026-05-04", 4, 3, 3, 4], ["2026-05-04", 1, 2, "", 4]]))
    assert [str(j.nilai[2]) for j, *_ in meja.tersimpan()] == ["10/3", "3/2"]
    meja.periksa_cacah()


def test_the_same_file_again_adds_nothing(meja: Meja):
    satu, dua = meja.impor(berkas()), meja.impor(berkas(), "nama lain.csv")
    assert (dua.baru, dua.id, len(meja.tersimpan())) == (False, satu.id, 4)
    meja.periksa_cacah()


def test_a_grown_export_adds_only_what_is_new_unless_the_officer_wants_all(meja: Meja):
    meja.impor(berkas(3))
    siap = meja.siapkan(berkas(5))
    assert (siap.periksa.n_sama, len(siap.periksa.baris), siap.periksa.n_sebelum, siap.periksa.n_sesudah) == (3, 2, 3, 5)
    assert len(meja.siapkan(berkas(5), pilihan=PilihanImpor(lewati_sama=False)).periksa.baris) == 5
    meja.simpan(siap)
    assert len(meja.tersimpan()) == 5
    meja.periksa_cacah()


def test_two_alike_rows_of_one_file_are_two_questionnaires(meja: Meja):
    baris = ["2026-05-04", "L", *[3] * 9, ""]
    assert meja.impor(ekspor.csv_bita([KEPALA, baris, baris])).n == 2


def test_with_one_refusal_nothing_is_stored(meja: Meja):
    siap = meja.siapkan(ekspor.csv_bita([KEPALA, ["2026-05-04", "L", *[3] * 9, ""], ["2026-05-04", "L", 7, *[3] * 8, ""]]))
    assert siap.periksa.hasil.galat
    with pytest.raises(ImporDitolak, match="harus diperbaiki"):
        meja.simpan(siap)
    assert meja.tersimpan() == []
    assert meja.sql("SELECT count(*) FROM impor") == 0


def test_a_file_that_brings_nothing_new_is_not_an_import(meja: Meja):
    meja.impor(berkas(4))
    with pytest.raises(ImporDitolak, match="tidak membawa"):
        meja.simpan(meja.siapkan(berkas(3)))


def test_the_mapping_is_offered_again_for_a_file_of_the_same_look(meja: Meja):
    kepala = ["Tanggal", "Isian A", "Isian B"]
    isi = [ekspor.csv_bita([kepala, ["2026-05-04", "Lumayan", n]]) for n in ("4", "3")]
    ubah = {"kolom": ("tanggal", "unsur:waktu", "unsur:biaya"), "kata": {"lumayan": 2}}
    meja.impor(isi[0], **ubah)
    assert meja.impor(isi[1]).n == 1
    assert meja.kurang == {}
    assert [j.nilai[2:4] for j, *_ in meja.tersimpan()] == [(2, 4), (2, 3)]
    berkas = meja.siapkan(isi[1]).berkas
    with session_tulis(meja.engine) as session:
        assert pemetaan_tersimpan(session, pelaku(Peran.OPERATOR_UPP, meja.lain), meja.lain, berkas) is None


def test_a_word_that_an_earlier_file_taught_is_known_though_the_last_one_did_not_hold_it(meja: Meja):
    def isi(hari: int, kata: str) -> bytes:
        return ekspor.csv_bita([["Tanggal", "Waktu"], [f"2026-05-{hari:02}", kata]])

    meja.impor(isi(4, "Lumayan"), kata={"lumayan": 2})
    meja.impor(isi(5, "Mantap"), kata={"mantap": 4})
    meja.impor(isi(6, "Lumayan"))
    assert [j.nilai[2] for j, *_ in meja.tersimpan()] == [2, 4, 2]


def test_names_of_layanan_are_paired_with_those_of_the_unit(meja: Meja):
    with session_tulis(meja.engine) as session:
        layanan = id_layanan(session, {(meja.upp, "KTP elektronik"), (meja.upp, "Kartu Keluarga")})
    ktp, kk = layanan[meja.upp, "ktp elektronik"], layanan[meja.upp, "kartu keluarga"]
    isi = [["Tanggal", "Jenis Layanan", *UNSUR], *[["2026-05-04", nama, *[4] * 9] for nama in ("ktp elektronik", "KK", "")]]
    meja.siapkan(ekspor.csv_bita(isi), layanan={"ktp elektronik": ktp})
    assert set(meja.kurang) == {"layanan"}
    meja.impor(ekspor.csv_bita(isi), layanan={"ktp elektronik": ktp, "kk": kk})
    assert [lay for _, lay, *_ in meja.tersimpan()] == [ktp, kk, None]
    meja.periksa_cacah()


def test_the_event_names_the_file_and_its_hash_but_no_answer(meja: Meja):
    hasil = meja.impor(berkas())
    meja.batal(hasil.id)
    meja.pulih(hasil.id)
    with session_tulis(meja.engine) as session:
        catatan = list(telusuri_rantai(session))
    assert [c.jenis for c in catatan] == ["jawaban_diimpor", "jawaban_disisihkan", "jawaban_dipulihkan"]
    assert catatan[0].catatan == "jawaban.csv"
    assert {c.rincian["jumlah"] for c in catatan} == {4}
    assert all(len(c.rincian["sha256"]) == 64 and "saran" not in str(c.rincian) for c in catatan)


def test_an_import_is_set_aside_and_taken_back_as_a_whole(meja: Meja):
    lain, hasil = meja.impor(berkas(2)), meja.impor(berkas(4, 10))
    sebelum = meja.tersimpan()
    assert meja.batal(hasil.id) == 4
    assert (len(meja.tersimpan()), len(meja.tersimpan(sah=False))) == (2, 4)
    meja.periksa_cacah()
    with pytest.raises(ImporDitolak, match="sudah dibatalkan"):
        meja.batal(hasil.id)
    assert meja.pulih(hasil.id) == 4
    assert meja.tersimpan() == sebelum
    meja.periksa_cacah()
    with pytest.raises(ImporDitolak, match="tidak dibatalkan"):
        meja.pulih(lain.id)


def test_what_was_set_aside_for_itself_stays_so_when_the_import_comes_back(meja: Meja):
    hasil = meja.impor(berkas(4))
    id_ = meja.sql("SELECT min(id) FROM jawaban")
    with session_tulis(meja.engine) as session:
        from rtl_tracker.domain.jawaban import pindah_sah

        baris = session.get_one(JawabanTabel, id_)
        repo.ubah_cacah(session, 1, None, pindah_sah(repo.jawaban_dari(baris), False))
        baris.sah, baris.alasan = False, "Diisi petugas sendiri"
    assert (meja.batal(hasil.id), meja.pulih(hasil.id)) == (3, 3)
    assert meja.sql(f"SELECT alasan FROM jawaban WHERE id = {id_}") == "Diisi petugas sendiri"
    meja.periksa_cacah()


def test_after_it_was_taken_back_the_same_file_may_come_in_with_a_better_mapping(meja: Meja):
    hasil = meja.impor(berkas(3))
    meja.batal(hasil.id)
    baru = meja.impor(berkas(3))
    assert (baru.baru, baru.n, len(meja.tersimpan())) == (True, 3, 3)
    with pytest.raises(ImporDitolak, match="sudah diimpor lagi"):
        meja.pulih(hasil.id)
    meja.periksa_cacah()


def test_a_reason_of_some_words_is_owed(meja: Meja):
    hasil = meja.impor(berkas())
    with pytest.raises(ImporDitolak, match="paling sedikit"):
        meja.batal(hasil.id, " keliru ")


def test_nobody_else_reads_imports_or_takes_back(meja: Meja):
    siap = meja.siapkan(berkas())
    asing = pelaku(Peran.OPERATOR_UPP, meja.lain)
    for oleh, galat in ((asing, TidakTerjangkau), (pelaku(Peran.INSPEKTUR), AksesDitolak)):
        with pytest.raises(galat):
            meja.simpan(siap, oleh)
        with session_tulis(meja.engine) as session, pytest.raises(galat):
            meja.bahan(session, oleh)
    hasil = meja.simpan(siap)
    with pytest.raises(TidakTerjangkau):
        meja.batal(hasil.id, oleh=asing)
    with session_tulis(meja.engine) as session, pytest.raises(TidakTerjangkau):
        batalkan_impor(session, asing, KINI, meja.lain, 2026, TAHUNAN, hasil.id, ALASAN)
    with pytest.raises(KirimanHilang):
        ambil_kiriman(meja.gudang, meja.lain, siap.berkas.sha256, datetime.now(UTC))


def test_a_closed_survey_takes_no_file_and_gives_none_back(meja: Meja):
    siap, hasil = meja.siapkan(berkas(2, 20)), meja.impor(berkas())
    with session_tulis(meja.engine) as session:
        repo.simpan_survei(session, replace(repo.muat_survei(session, meja.upp, 2026, TAHUNAN), ditutup=KINI))
    for tindakan in (lambda: meja.simpan(siap), lambda: meja.batal(hasil.id), lambda: meja.siapkan(berkas(9))):
        with pytest.raises(SurveiTertutup):
            tindakan()


def test_what_changed_between_check_and_store_is_checked_again(meja: Meja):
    siap = meja.siapkan(berkas(5))
    meja.impor(berkas(3))
    with pytest.raises(ImporDitolak, match="berubah sejak"):
        meja.simpan(siap)


def test_a_file_that_cannot_be_opened_is_refused_and_not_kept(meja: Meja, tmp_path: Path):
    with session_tulis(meja.engine) as session, pytest.raises(BerkasJawabanDitolak):
        terima_kiriman(meja.gudang, meja.petugas, KINI, meja.bahan(session), "a.xlsx", b"bukan buku kerja", 10)
    assert list(tmp_path.rglob("*/[0-9a-f]*")) == []


def test_nothing_of_a_person_reaches_the_disk_or_the_database(meja: Meja, tmp_path: Path):
    meja.impor(ekspor.csv_bita(ekspor.formulir_daring()))
    semua = b"".join(b.read_bytes() for b in tmp_path.rglob("*") if b.is_file()).decode()
    with meja.engine.connect() as koneksi:
        for tabel in ("jawaban", "impor", "pemetaan_jawaban", "jejak"):
            semua += str(koneksi.execute(text(f"SELECT * FROM {tabel}")).all())
    for isi in ("warga1@contoh.id", "Warga 1", "6101010101010001", "0812345678"):
        assert isi not in semua


def test_what_was_imported_is_told_by_day_and_content(meja: Meja):
    hasil = meja.impor(berkas(3))
    with session_tulis(meja.engine) as session:
        bahan = meja.bahan(session)
        assert sum(isi_terimpor(session, bahan).values()) == 3
        assert (bahan.n, bahan.riwayat[0].oleh, bahan.riwayat[0].n) == (3, "Penguji", 3)
    meja.batal(hasil.id)
    with session_tulis(meja.engine) as session:
        assert isi_terimpor(session, meja.bahan(session)) == Counter()
