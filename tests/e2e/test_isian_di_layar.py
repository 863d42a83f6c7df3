"""What only a browser shows: files refused before they are sent, and words that stay whole in narrow columns (addresses may break)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect
from sqlalchemy import text

from rtl_tracker.storage.session import buat_engine
from tests.e2e.orang import Server

KATA_PANJANG = "pertanggungjawabannya"
KATA_TERPOTONG = """() => {
  const terpotong = [], rentang = document.createRange();
  const teks = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (teks.nextNode()) {
    if (teks.currentNode.data.includes("://")) continue;
    for (const kata of teks.currentNode.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      rentang.setStart(teks.currentNode, kata.index);
      rentang.setEnd(teks.currentNode, kata.index + kata[0].length);
      if (new Set([...rentang.getClientRects()].map((r) => Math.round(r.top))).size > 1) terpotong.push(kata[0]);
    }
  }
  return terpotong;
}"""


def _rtl(server: Server, status: str) -> int:
    """An RTL of the demo in this state."""
    engine = buat_engine(server.basis_data)
    with engine.connect() as koneksi:
        rtl_id = koneksi.execute(text("SELECT min(id) FROM rtl WHERE status = :status"), {"status": status}).scalar_one()
    engine.dispose()
    return int(rtl_id)


def _berkas(nama: str, besar: int = 100) -> FilePayload:
    return {"name": nama, "mimeType": "application/pdf", "buffer": b"%PDF".ljust(besar)}


def test_files_too_large_or_too_many_are_told_before_sending_and_what_was_typed_stays(
    buka: Callable[..., Page], server: Server
):
    page, terkirim = buka("organisasi"), []
    page.on("request", lambda permintaan: terkirim.append(permintaan.url) if permintaan.method == "POST" else None)
    page.goto(f"/rtl/{_rtl(server, 'berjalan')}")
    expect(page.get_by_text("paling banyak 5 berkas, masing-masing paling besar 10 MB")).to_be_visible()
    page.get_by_label("Uraian pelaksanaan").fill("Dua loket dibuka.")
    pilihan, peringatan = page.get_by_label("Berkas bukti"), page.locator("#realisasi [role=alert]")
    for berkas, kalimat in (
        ([_berkas("kecil.pdf"), _berkas("besar.pdf", 10_000_001)], "Berkas lebih besar daripada 10 MB: besar.pdf."),
        ([_berkas(f"{nomor}.pdf") for nomor in range(6)], "Paling banyak 5 berkas sekali kirim; Anda memilih 6."),
    ):
        pilihan.set_input_files(berkas)
        expect(peringatan).to_contain_text(kalimat)
        page.get_by_role("button", name="Simpan kemajuan").click()
        expect(pilihan).to_be_focused()
        expect(page.get_by_label("Uraian pelaksanaan")).to_have_value("Dua loket dibuka.")
    pilihan.set_input_files([_berkas(f"{nomor}.pdf", 1_000_000) for nomor in range(5)])
    expect(peringatan).to_be_empty()
    assert terkirim == []


@pytest.mark.parametrize("lebar", [1280, 1200, 1000, 360])
def test_no_word_of_a_realisasi_under_verification_is_broken_in_the_middle(
    buka: Callable[..., Page], server: Server, lebar: int
):
    page = buka("inspektur", lebar=lebar)
    page.goto(f"/antrean/{_rtl(server, 'selesai')}")
    isian = page.locator("section[aria-labelledby=judul-rencana] dd")
    expect(isian.last).to_be_visible()
    isian.last.evaluate("(isian, kata) => { isian.textContent = kata; }", KATA_PANJANG)
    assert page.evaluate(KATA_TERPOTONG) == []
