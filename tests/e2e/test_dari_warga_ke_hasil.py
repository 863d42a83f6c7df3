"""The whole way of an answer: from the citizen's telephone over paper and moderation to the result, the plan, and what is published."""

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Browser, Page, expect

from tests.e2e.langkah import pasangan
from tests.e2e.langkah_survei import jawab, kirim
from tests.e2e.orang import Server, kabar

UNIT, NAMA = 16, "UPTD-Rumah Sakit Umum Daerah"
BERKAS = f"/unit/{UNIT}/{date.today().year}/TAHUNAN"
SARAN = "Kartu antrean sering habis, menunggu sangat lama & petugas <sibuk>."
ALASAN = "Kuesioner percobaan petugas saat memasang poster."


def test_an_answer_becomes_a_result_and_its_words_a_plan_while_nothing_is_published_before_its_time(
    chromium: Browser, buka: Callable[..., Page], server_sendiri: Callable[[], Server]
):
    server = server_sendiri()
    warga = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=server.alamat, java_script_enabled=False)
    for nilai, saran in ((3, SARAN), (4, ""), (1, "percobaan")):
        _isi(warga.new_page(), nilai, saran)
    operator = buka("operator.draf", server)
    operator.goto("/survei-saya")
    expect(operator.get_by_role("heading", level=1)).to_contain_text(f"Survei {NAMA}")
    _sisihkan(operator)
    _ketik_kertas(operator)
    assert _jadikan_hasil(operator) == "83,25"
    _rencana_memakai_saran(operator)
    _belum_terbit(buka("organisasi", server), warga.new_page())
    warga.close()


def _isi(page: Page, nilai: int, saran: str) -> None:
    page.goto(f"/survei/{UNIT}")
    page.get_by_role("button", name="Mulai").click()
    page.get_by_role("button", name="Lanjut").click()
    for nomor in range(10):
        jawab(page, nomor, nilai)
    page.get_by_label("Saran atau keluhan").fill(saran)
    kirim(page)


def _sisihkan(page: Page) -> None:
    """A questionnaire of the officers' own trial is set aside with its reason, and not counted any more."""
    page.get_by_role("link", name="Moderasi").click()
    page.locator("tbody tr", has_text="percobaan").get_by_role("checkbox").check()
    page.get_by_role("button", name="Sisihkan yang dicentang").click()
    expect(page.locator("tbody tr", has_text="Jawaban sah").get_by_role("cell")).to_have_text(["3", "2"])
    page.locator("textarea").fill(ALASAN)
    page.get_by_role("button", name="Sisihkan 1 jawaban").click()
    expect(kabar(page)).to_contain_text("disisihkan")


def _ketik_kertas(page: Page) -> None:
    """One sheet by the keyboard: five keys about the respondent, ten answers, Enter."""
    page.get_by_role("link", name="Isi dari kertas").click()
    expect(page.get_by_label("Jenis kelamin")).to_be_focused()
    page.keyboard.type("1" * 5 + "3" * 10)
    page.keyboard.press("Enter")
    expect(kabar(page)).to_contain_text("tersimpan")


def _jadikan_hasil(page: Page) -> str:
    """Close the survey before its last day; gives the index that the dossier shows."""
    page.get_by_role("link", name="Jadikan hasil").first.click()
    assert pasangan(page)["Jawaban sah"].startswith("3; 1 disisihkan")
    page.get_by_label("Tutup lebih awal").check()
    page.get_by_role("button", name="Jadikan hasil").click()
    page.goto(BERKAS)
    expect(page.get_by_role("link", name="survei periode ini")).to_be_visible()
    return page.locator(".angka-sedang").first.inner_text()


def _rencana_memakai_saran(page: Page) -> None:
    """The words of the citizen are offered for the keluhan of a plan, harmless as they are."""
    page.goto(f"{BERKAS}/rtl/tambah?unsur=waktu")
    expect(page.locator(".saran li")).to_have_text([SARAN])


def _belum_terbit(organisasi: Page, warga: Page) -> None:
    """A result that nobody accepted is no candidate, and the public reads that it is not there yet."""
    organisasi.goto(f"/tahun/{date.today().year}/publikasi")
    expect(organisasi.locator("li", has_text=NAMA)).to_contain_text("masih diperiksa")
    warga.goto(f"/publikasi/{date.today().year}/{UNIT}")
    expect(warga.locator("main")).to_contain_text("belum")
