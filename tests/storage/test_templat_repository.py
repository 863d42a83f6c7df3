"""Own templates as stored: one of a kind in use at most, the file only as it was examined, old ones forgotten but never the one in use."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text

from rtl_tracker.storage import templat_repository as repo
from rtl_tracker.storage.session import session_tulis

KINI = datetime(2024, 2, 1, 3, 0, tzinfo=UTC)
TEMUAN = [{"tingkat": "peringatan", "kelompok": "penanda", "kalimat": "Penanda [[logo]] tidak ada."}]


def tambah(engine: Engine, jenis: str = "tahunan", isi: bytes = b"PK", nama: str = "a.docx") -> int:
    """One more template; returns its id."""
    with session_tulis(engine) as session:
        return repo.tambah_templat(session, jenis, nama, isi, TEMUAN, "Bagian Organisasi", KINI).id


def test_a_template_comes_back_as_it_was_stored(engine: Engine):
    satu = tambah(engine, isi=b"PK isi", nama="n" * 300)
    with session_tulis(engine) as session:
        ada = repo.templat_menurut_id(session, satu)
        assert ada is not None
        assert (ada.jenis, ada.nama_berkas, ada.ukuran, ada.hasil, ada.dipakai, ada.oleh, ada.pada) == (
            "tahunan", "n" * 255, 6, TEMUAN, False, "Bagian Organisasi", KINI,
        )  # fmt: skip
        assert repo.isi_templat(session, satu) == b"PK isi"
        assert repo.templat_menurut_id(session, satu + 1) is None
        assert repo.isi_templat(session, satu + 1) is None


def test_one_template_of_a_kind_is_in_use_at_most(engine: Engine):
    satu, dua, lain = tambah(engine), tambah(engine), tambah(engine, "rtl")
    with session_tulis(engine) as session:
        repo.setel_dipakai(session, "rtl", lain)
        repo.setel_dipakai(session, "tahunan", satu)
        repo.setel_dipakai(session, "tahunan", dua)
        assert [(t.id, t.dipakai) for t in repo.list_templat(session)] == [(lain, True), (dua, True), (satu, False)]
        repo.setel_dipakai(session, "tahunan", None)
        assert [t.dipakai for t in repo.list_templat(session, "tahunan")] == [False, False]
        assert repo.templat_dipakai(session, "tahunan") is None
        dipakai = repo.templat_dipakai(session, "rtl")
        assert dipakai is not None
        assert dipakai.id == lain


def test_a_template_of_another_kind_is_never_put_to_use(engine: Engine):
    lain = tambah(engine, "rtl")
    with session_tulis(engine) as session:
        repo.setel_dipakai(session, "tahunan", lain)
        assert repo.templat_dipakai(session, "tahunan") is None
        assert repo.templat_dipakai(session, "rtl") is None


@pytest.mark.parametrize("isi", [b"PK lain", b""])
def test_a_file_that_is_not_what_was_examined_is_not_given_out(engine: Engine, isi: bytes):
    satu = tambah(engine)
    with session_tulis(engine) as session:
        session.execute(text("UPDATE templat_word SET isi = :isi WHERE id = :id"), {"isi": isi, "id": satu})
        assert repo.isi_templat(session, satu) is None


def test_old_templates_are_forgotten_but_never_the_one_in_use(engine: Engine):
    semua = [tambah(engine) for _ in range(5)]
    lain = tambah(engine, "rtl")
    with session_tulis(engine) as session:
        repo.setel_dipakai(session, "tahunan", semua[0])
        repo.buang_templat_lama(session, "tahunan", 2)
        assert [t.id for t in repo.list_templat(session)] == [lain, semua[4], semua[3], semua[0]]
