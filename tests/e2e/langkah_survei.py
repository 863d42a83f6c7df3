"""Steps of a citizen through the survey."""

from playwright.sync_api import Page, expect


def judul(page: Page) -> str:
    """The heading of the screen."""
    return page.get_by_role("heading", level=1).inner_text()


def jawab(page: Page, nomor: int, ke: int) -> None:
    """Tap the answer of question `nomor` (0 = penilaian umum) and wait for the next screen."""
    sebutan = f"Pertanyaan {nomor} dari 9" if nomor else "Penilaian umum"
    expect(page.locator("label[for=kemajuan]")).to_have_text(sebutan)
    page.locator("button[name=nilai]").nth(ke - 1).click()


def tekan_kirim(page: Page) -> None:
    """Tap the button. A field that nobody sees is filled in first, so that the addition is asked however slow the test runs."""
    page.locator("[name=situs]").fill("x", force=True)
    page.get_by_role("button", name="Kirim").click()


def hitungan(page: Page) -> str:
    """The sum that is asked for."""
    soal = page.locator("label[for=hitung]").inner_text().removesuffix("?").split()
    return str(int(soal[1]) + int(soal[3]))


def kirim(page: Page) -> None:
    """Send, add up wrongly once, then rightly."""
    tekan_kirim(page)
    expect(page.get_by_role("heading", name="Satu hitungan kecil")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.get_by_label("Berapa").fill("99")
    tekan_kirim(page)
    expect(page.get_by_role("alert")).to_contain_text("belum tepat")
    page.get_by_label("Berapa").fill(hitungan(page))
    tekan_kirim(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Terima kasih")
