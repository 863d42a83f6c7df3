"""axe-core finds nothing on any page, on a desktop and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.e2e.conftest import Server


@pytest.mark.parametrize("lebar", [1280, 360])
@pytest.mark.parametrize("jalur", ["/", "/?mutu=D", "/tahun/2021/upp/5", "/tidak-ada"])
def test_axe_finds_no_violation(chromium: Browser, server: Server, jalur: str, lebar: int):
    # axe puts a script of its own into the page, which the page's own policy would refuse.
    konteks = chromium.new_context(viewport={"width": lebar, "height": 800}, bypass_csp=True)
    page = konteks.new_page()
    page.goto(f"{server.alamat}{jalur}")
    temuan = Axe().run(page).response["violations"]
    konteks.close()
    assert [(t["id"], t["impact"]) for t in temuan] == []
