"""Own templates: who may upload them, what is kept, what may be put to use, and that each act is an event."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.domain.izin import AksesDitolak
from rtl_tracker.domain.jejak import Catatan, periksa_rantai
from rtl_tracker.domain.jenis_dokumen import JenisDokumen
from rtl_tracker.domain.peran import TABEL_PERAN, Izin, Pelaku, Peran
from rtl_tracker.reports.templat_sendiri.temuan_templat import HasilPeriksa
from rtl_tracker.storage.jejak_repository import muat_kepala, telusuri_rantai
from rtl_tracker.storage.session import session_tulis
from rtl_tracker.usecases import kelola_templat
from rtl_tracker.usecases.kelola_templat import TemplatDitolak, TemplatSendiri, Unggahan
from tests.reports.templat_sendiri.ubahan import bawaan, ubah

KINI = datetime(2024, 2, 1, 3, 0, tzinfo=UTC)
TAHUNAN = JenisDokumen.TAHUNAN
ORGANISASI = Pelaku(None, "Bagian Organisasi", Peran.ORGANISASI)
ASING = [Pelaku(None, "Penguji", p) for p in Peran if Izin.KELOLA_DATA_INDUK not in TABEL_PERAN[p].izin]


def unggah(engine: Engine, isi: bytes, nama: str = "Kop Surat: kita.docx", oleh: Pelaku = ORGANISASI) -> HasilPeriksa:
    """Upload one template of the annual report."""
    unggahan = kelola_templat.periksa_unggahan(oleh, TAHUNAN, nama, isi)
    with session_tulis(engine) as session:
        kelola_templat.simpan_unggahan(session, oleh, unggahan, KINI)
    return unggahan.hasil


def semua(engine: Engine) -> list[TemplatSendiri]:
    """What Bagian Organisasi sees."""
    with session_tulis(engine) as session:
        return kelola_templat.list_templat(session, ORGANISASI)


def berlaku(engine: Engine) -> bytes | None:
    """The template that annual reports are made with."""
    with session_tulis(engine) as session:
        return kelola_templat.templat_berlaku(session, TAHUNAN)


def pakai(engine: Engine, templat_id: int, oleh: Pelaku = ORGANISASI) -> None:
    """Put a template to use."""
    with session_tulis(engine) as session:
        kelola_templat.pakai_templat(session, oleh, templat_id, KINI)


def lepas(engine: Engine, oleh: Pelaku = ORGANISASI) -> None:
    """Go back to the shipped one."""
    with session_tulis(engine) as session:
        kelola_templat.lepas_templat(session, oleh, TAHUNAN, KINI)


def jejak(engine: Engine) -> list[Catatan]:
    """The whole trail, which must hold."""
    with session_tulis(engine) as session:
        catatan = list(telusuri_rantai(session))
        assert periksa_rantai(catatan, muat_kepala(session)) == []
    return catatan


def test_a_sound_template_is_kept_used_and_released_each_with_its_event(engine: Engine):
    isi = ubah(("Tahun {{ tahun }}", "TAHUN {{ tahun }}"))
    assert unggah(engine, isi).layak
    assert berlaku(engine) is None
    (satu,) = semua(engine)
    assert (satu.jenis, satu.nama_berkas, satu.ukuran, satu.dipakai, satu.oleh, satu.pada) == (
        TAHUNAN, "Kop Surat_ kita.docx", len(isi), False, "Bagian Organisasi", KINI,
    )  # fmt: skip
    pakai(engine, satu.id)
    pakai(engine, satu.id)
    assert berlaku(engine) == isi
    lepas(engine)
    lepas(engine)
    assert berlaku(engine) is None
    assert [(c.jenis, c.catatan) for c in jejak(engine)] == [
        (jenis, "Kop Surat_ kita.docx") for jenis in ("templat_diunggah", "templat_dipakai", "templat_dilepas")
    ]
    assert jejak(engine)[0].rincian["dokumen"] == "Laporan tahunan"


def test_a_template_with_errors_is_kept_with_its_findings_but_never_put_to_use(engine_sqlite: Engine):
    hasil = unggah(engine_sqlite, ubah(("[[metode]]", "[[metoda]]"), ("{{ subjudul }}", "{{ sub_judul | upper }}")))
    (satu,) = semua(engine_sqlite)
    assert satu.hasil == hasil
    assert len(hasil.galat) == 3
    with pytest.raises(TemplatDitolak, match=r"belum dapat dipakai: .*\{\{ sub_judul \| upper \}\} memakai saringan"):
        pakai(engine_sqlite, satu.id)
    assert berlaku(engine_sqlite) is None
    assert [c.jenis for c in jejak(engine_sqlite)] == ["templat_diunggah"]


def test_a_file_that_cannot_be_opened_safely_is_not_kept(engine_sqlite: Engine):
    with pytest.raises(TemplatDitolak, match=r"^Berkas yang diunggah bukan dokumen Word; .*unggah kembali\.$"):
        unggah(engine_sqlite, b"bukan dokumen")
    assert semua(engine_sqlite) == []
    assert jejak(engine_sqlite) == []


def test_a_stored_file_that_was_altered_is_neither_used_nor_handed_out(engine_sqlite: Engine):
    unggah(engine_sqlite, bawaan())
    (satu,) = semua(engine_sqlite)
    pakai(engine_sqlite, satu.id)
    with engine_sqlite.begin() as koneksi:
        koneksi.execute(text("UPDATE templat_word SET isi = :isi"), {"isi": ubah(("[[metode]]", "x"))})
    assert berlaku(engine_sqlite) is None
    for tindakan in (
        lambda s: kelola_templat.pakai_templat(s, ORGANISASI, satu.id, KINI),
        lambda s: kelola_templat.unduh_templat(s, ORGANISASI, satu.id),
    ):
        with session_tulis(engine_sqlite) as session, pytest.raises(TemplatDitolak, match="berubah sejak diperiksa"):
            tindakan(session)


@pytest.mark.parametrize("oleh", ASING, ids=lambda p: str(p.peran))
def test_only_who_keeps_the_master_data_manages_templates(engine_sqlite: Engine, oleh: Pelaku):
    with pytest.raises(AksesDitolak):
        unggah(engine_sqlite, bawaan(), oleh=oleh)
    with session_tulis(engine_sqlite) as session, pytest.raises(AksesDitolak):
        kelola_templat.simpan_unggahan(session, oleh, Unggahan(TAHUNAN, "a.docx", bawaan(), HasilPeriksa()), KINI)
    with pytest.raises(AksesDitolak):
        pakai(engine_sqlite, 1, oleh)
    with pytest.raises(AksesDitolak):
        lepas(engine_sqlite, oleh)
    for tindakan in (
        lambda s: kelola_templat.list_templat(s, oleh),
        lambda s: kelola_templat.muat_templat(s, oleh, 1),
        lambda s: kelola_templat.unduh_templat(s, oleh, 1),
    ):
        with session_tulis(engine_sqlite) as session, pytest.raises(AksesDitolak):
            tindakan(session)
    with pytest.raises(AksesDitolak):
        kelola_templat.unduh_bawaan(oleh, TAHUNAN)


def test_what_is_not_there_is_refused_in_words(engine_sqlite: Engine):
    with pytest.raises(TemplatDitolak, match="Templat ini tidak ada lagi"):
        pakai(engine_sqlite, 7)
    with pytest.raises(TemplatDitolak, match="Rekapitulasi Excel tidak memakai templat Word"):
        kelola_templat.periksa_unggahan(ORGANISASI, JenisDokumen.REKAP, "a.docx", bawaan())


def test_the_shipped_template_can_be_taken_along_to_begin_with():
    assert kelola_templat.unduh_bawaan(ORGANISASI, TAHUNAN) == ("templat-tahunan.docx", bawaan())
    assert TAHUNAN in kelola_templat.jenis_templat()
