"""The whole cycle in one story: from a new account over result, plan, dossier and realisasi to the verified percentage in the report."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from playwright.sync_api import Page, expect
from sqlalchemy import text

from rtl_tracker.domain.unsur import NAMA_UNSUR, Unsur
from rtl_tracker.formats import tanggal
from rtl_tracker.storage.session import buat_engine
from tests.e2e.langkah import (
    ber_gps,
    foto_ber_gps,
    isi_hasil,
    pasangan,
    pdf,
    perintah,
    perintah_json,
    persen_unit,
    riwayat,
    tab_ke,
    tulis_rtl,
)
from tests.e2e.orang import Server, kabar, masuk_dengan_sandi_pertama

UPP, UPP_ID = "Dinas Kependudukan dan Pencatatan Sipil", 9
TAHUN, BERIKUT = 2022, 2023
UNIT, BERKAS = f"/unit/{UPP_ID}?tahun={TAHUN}", f"/unit/{UPP_ID}/{TAHUN}/TAHUNAN"
WAKTU, BIAYA, SARPRAS = (NAMA_UNSUR[u] for u in (Unsur.WAKTU, Unsur.BIAYA, Unsur.SARPRAS))
NILAI = {NAMA_UNSUR[u]: "3,40" for u in Unsur} | {WAKTU: "2,50", BIAYA: "2.80", SARPRAS: "3,00"}
RENCANA = {
    WAKTU: "Menambah dua loket <cepat> & petugas pada jam sibuk",
    BIAYA: 'Memasang papan "tarif resmi" di ruang tunggu',
    SARPRAS: "Menambah kursi ruang tunggu dan kipas angin",
}
ALASAN_BERKAS = "Penanggung jawab untuk kursi ruang tunggu belum diisi."
ALASAN_REALISASI = "Foto kursi yang sudah terpasang belum ada."
HARI = timedelta(days=1)


def test_from_a_new_account_to_the_verified_percentage_in_the_report(
    buka: Callable[..., Page], server_sendiri: Callable[[], Server], tmp_path: Path
):
    server = server_sendiri()
    organisasi = buka("organisasi", server)
    _buat_akun(organisasi, server, "siti.operator", 'Siti "Tuti" & <Rekan>', "Operator UPP", UPP)
    _buat_akun(organisasi, server, "irwan", "Irwan Inspektur", "Inspektorat", None)
    operator = buka(None, server)
    operator.goto("/")
    masuk_dengan_sandi_pertama(operator, server, "siti.operator")

    _isi_dan_rencanakan(operator)
    _kirim_dengan_penjelasan(operator)
    _kembalikan_berkas(organisasi)
    formulir_lama = _perbaiki_dan_kirim_kembali(operator)
    _terima(organisasi)
    _rencana_terkunci(operator, formulir_lama)

    assert persen_unit(operator, UNIT) == ("0,00 %", "0,00 %")
    _lapor_dengan_foto(operator, WAKTU)
    _lapor_dengan_tautan(operator, SARPRAS)
    _tidak_dilaksanakan(operator, BIAYA)
    assert persen_unit(operator, UNIT) == ("66,67 %", "0,00 %")
    _isi_tahun_berikut(organisasi, operator)

    inspektur = buka(None, server)
    _masuk_dengan_papan_tik(inspektur, server, "irwan")
    _kerjakan_antrean_dengan_papan_tik(inspektur)
    assert persen_unit(operator, UNIT) == ("33,33 %", "33,33 %")
    _lengkapi_yang_dikembalikan(operator)
    assert persen_unit(operator, UNIT) == ("66,67 %", "33,33 %")

    _persentase_sama_di_mana_mana(inspektur, server, tmp_path)
    _riwayat_lengkap(inspektur)
    _jejak_menemukan_yang_hilang(server)


def _buat_akun(page: Page, server: Server, nama_masuk: str, nama: str, peran: str, unit: str | None) -> None:
    page.goto("/pengguna")
    page.get_by_role("link", name="Tambah pengguna").click()
    page.get_by_label("Nama masuk").fill(nama_masuk)
    page.get_by_label("Nama lengkap").fill(nama)
    page.get_by_label("Peran").select_option(peran)
    if unit is not None:
        page.get_by_label("Unit").select_option(unit)
    page.get_by_role("button", name="Tambah dan buat sandi").click()
    assert pasangan(page)["Nama"] == nama
    server.sandi[nama_masuk] = page.locator("#sandi-sekali-pakai").inner_text()
    page.get_by_role("link", name="Selesai").click()
    expect(page.get_by_role("link", name=nama, exact=True)).to_be_visible()


def _isi_dan_rencanakan(page: Page) -> None:
    """The result by hand; its ranks; an RTL for every unsur that owes one, from the lowest up."""
    expect(page.get_by_role("heading", level=1)).to_have_text(UPP)
    page.goto(UNIT)
    page.get_by_role("link", name="Tahunan", exact=True).click()
    isi_hasil(page, NILAI, "40")
    baris = [satu.split("\t") for satu in page.locator("#unsur tbody tr").all_inner_texts()]
    assert [(b[0], b[1].split(" ", 1)[1], b[2]) for b in baris[:4]] == [
        ("1", WAKTU, "2,50"), ("2", BIAYA, "2,80"), ("3", SARPRAS, "3,00"), ("4", NAMA_UNSUR[Unsur.PERSYARATAN], "3,40"),
    ]  # fmt: skip
    assert [b[5].split(";")[0] for b in baris[:4]] == ["wajib", "wajib", "wajib", "boleh"]
    tenggat = (date.today() + 90 * HARI).isoformat()
    for unsur, kegiatan in RENCANA.items():
        page.locator(".unsur-wajib a.btn-primary").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Tulis RTL: {unsur}")
        siapa = {} if unsur == SARPRAS else {"Penanggung jawab": "Kepala Bidang Pelayanan"}
        tulis_rtl(page, {"Rencana tindak lanjut": kegiatan, "Tenggat": tenggat, **siapa})
        expect(kabar(page)).to_have_text("RTL tersimpan.")
    expect(page.locator(".rencana-judul")).to_have_text(list(RENCANA.values()))


def _kirim_dengan_penjelasan(page: Page) -> None:
    expect(page.locator("#langkah li")).to_have_text([f"RTL '{RENCANA[SARPRAS]}' belum ada penanggung jawabnya."])
    page.get_by_role("button", name="Kirim ke Bagian Organisasi").click()
    expect(page.get_by_role("alert")).to_contain_text("Masih ada peringatan. Tuliskan penjelasannya")
    page.get_by_label("Penjelasan untuk Bagian Organisasi").fill("Kepala seksi baru dilantik bulan depan.")
    page.get_by_role("button", name="Kirim ke Bagian Organisasi").click()
    expect(page.locator(".kepala-halaman .keadaan").first).to_have_text("dikirim")
    expect(page.get_by_role("link", name="Tulis RTL")).to_have_count(0)


def _kembalikan_berkas(page: Page) -> None:
    page.goto(f"/tahun/{TAHUN}/papan?keadaan=dikirim&cari=kependudukan")
    page.get_by_role("link", name=f"dikirim Tahunan, {UPP}").click()
    expect(page.locator("#langkah")).to_contain_text("Kepala seksi baru dilantik bulan depan.")
    page.get_by_label("Alasan").fill(ALASAN_BERKAS)
    page.get_by_role("button", name="Kembalikan berkas").click()
    expect(page.locator(".kepala-halaman .keadaan").first).to_have_text("dikembalikan")


def _perbaiki_dan_kirim_kembali(page: Page) -> Page:
    """Read why, mend it, send again. Returns a second tab in which the form of a plan is still open."""
    page.goto(UNIT)
    expect(page.locator(".pesan-galat").first).to_contain_text(ALASAN_BERKAS)
    page.get_by_role("link", name="Perbaiki dan kirim kembali").click()
    expect(page.locator(".pesan-galat")).to_contain_text(ALASAN_BERKAS)
    page.get_by_role("link", name=RENCANA[SARPRAS]).click()
    page.get_by_role("link", name="Ubah rencana").click()
    tulis_rtl(page, {"Penanggung jawab": "Kepala Subbagian Umum"})
    expect(kabar(page)).to_have_text("Perubahan RTL tersimpan.")
    page.get_by_role("link", name=RENCANA[WAKTU]).click()
    formulir = page.context.new_page()
    formulir.goto(f"{page.url}/ubah")
    page.goto(BERKAS)
    page.get_by_role("button", name="Kirim kembali").click()
    expect(page.locator(".kepala-halaman .keadaan").first).to_have_text("dikirim")
    return formulir


def _terima(page: Page) -> None:
    page.goto(BERKAS)
    page.get_by_role("button", name="Terima berkas").click()
    expect(page.locator(".kepala-halaman .keadaan").first).to_have_text("diterima")


def _rencana_terkunci(page: Page, formulir: Page) -> None:
    """Nothing offers to change the plan any more, and a form that was opened before is refused."""
    page.goto(BERKAS)
    expect(page.get_by_text("Hasil dan rencananya terkunci")).to_be_visible()
    expect(page.get_by_role("link", name="RTL lain")).to_have_count(0)
    expect(page.get_by_role("link", name="Ubah hasil")).to_have_count(0)
    page.get_by_role("link", name=RENCANA[WAKTU]).click()
    expect(page.get_by_role("link", name="Ubah rencana")).to_have_count(0)
    tulis_rtl(formulir, {"Rencana tindak lanjut": "Rencana lain sesudah berkas diterima"})
    expect(formulir.locator("main")).to_contain_text("sudah diterima; hasil dan rencananya terkunci")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(RENCANA[WAKTU])
    formulir.close()


def _buka_rtl(page: Page, unsur: str) -> None:
    page.goto(BERKAS)
    page.get_by_role("link", name=RENCANA[unsur]).click()


def _lapor_dengan_foto(page: Page, unsur: str) -> None:
    """First progress, then a photo and a PDF; what is shown of the photo does not say where it was taken."""
    _buka_rtl(page, unsur)
    page.get_by_label("Uraian pelaksanaan").fill("Loket sedang dipasang.")
    page.get_by_role("button", name="Simpan kemajuan").click()
    expect(page.locator("main .keadaan").first).to_have_text("berjalan")
    page.get_by_label("Uraian pelaksanaan").fill("Dua loket dibuka 3 Maret dan melayani setiap hari kerja.")
    page.get_by_role("button", name="Simpan dan nyatakan selesai").click()
    expect(page.get_by_role("alert")).to_contain_text("Belum ada bukti.")
    page.get_by_label("Berkas bukti").set_input_files(
        [
            {"name": "loket & antrean.jpg", "mimeType": "image/jpeg", "buffer": foto_ber_gps()},
            {"name": "berita-acara.pdf", "mimeType": "application/pdf", "buffer": pdf()},
        ]
    )
    page.get_by_role("button", name="Simpan dan nyatakan selesai").click()
    expect(page.locator("main .keadaan").first).to_have_text("selesai")
    gambar = page.locator(".bukti img")
    gambar.scroll_into_view_if_needed()
    expect(gambar).to_have_js_property("naturalWidth", 320)
    assert not ber_gps(page.request.get(str(gambar.get_attribute("src"))).body())
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="loket & antrean.jpg", exact=True).click()
    assert ber_gps(Path(unduhan.value.path()).read_bytes())
    expect(page.get_by_role("link", name="berita-acara.pdf")).to_be_visible()


def _lapor_dengan_tautan(page: Page, unsur: str) -> None:
    _buka_rtl(page, unsur)
    page.get_by_label("Uraian pelaksanaan").fill("Dua puluh kursi dan tiga kipas angin dipasang.")
    page.get_by_label("Tautan bukti").fill("https://contoh.example/kursi")
    page.get_by_role("button", name="Simpan dan nyatakan selesai").click()
    expect(page.locator("main .keadaan").first).to_have_text("selesai")


def _tidak_dilaksanakan(page: Page, unsur: str) -> None:
    _buka_rtl(page, unsur)
    page.get_by_text("Kegiatan ini tidak dilaksanakan").click()
    page.get_by_label("Alasan tidak dilaksanakan").fill("Anggaran papan dialihkan.")
    page.get_by_role("button", name="Nyatakan tidak dilaksanakan").click()
    expect(page.get_by_role("alert")).to_contain_text("Strategi agar terlaksana: Bagian ini wajib diisi.")
    page.get_by_label("Strategi agar terlaksana").fill("Dibiayai dari anggaran perubahan.")
    page.get_by_label("Tenggat baru").fill((date.today() + 200 * HARI).isoformat())
    page.get_by_label("Penanggung jawab").fill("Sekretaris Dinas")
    page.get_by_role("button", name="Nyatakan tidak dilaksanakan").click()
    expect(kabar(page)).to_contain_text(f"dilanjutkan ke Tahunan {BERIKUT}")


def _isi_tahun_berikut(organisasi: Page, operator: Page) -> None:
    """Bagian Organisasi opens the next year; the carried-over RTL waits there, and the unit types its result."""
    organisasi.goto(f"/tahun/{TAHUN}/papan")
    organisasi.get_by_role("button", name=f"Buka tahun {BERIKUT}").click()
    expect(kabar(organisasi)).to_contain_text(f"Tahun {BERIKUT} sudah dibuka.")
    operator.goto(f"/unit/{UPP_ID}?tahun={BERIKUT}")
    operator.get_by_role("link", name="Tahunan", exact=True).click()
    expect(operator.get_by_role("heading", level=1)).to_have_text(f"{UPP}: Tahunan {BERIKUT}")
    expect(operator.locator(".rencana-judul")).to_have_text([RENCANA[BIAYA]])
    expect(operator.locator(".rencana-kepala")).to_contain_text("lanjutan")
    isi_hasil(operator, NILAI | {WAKTU: "3,25"}, "55")
    operator.get_by_role("link", name=RENCANA[BIAYA]).click()
    assert pasangan(operator)["Tenggat"] == tanggal(date.today() + 200 * HARI)
    expect(operator.get_by_role("link", name=f"Tahunan {TAHUN}", exact=True)).to_be_visible()


def _masuk_dengan_papan_tik(page: Page, server: Server, nama: str) -> None:
    """Log in and choose a password without touching the mouse."""
    page.goto("/antrean")
    page.keyboard.type(nama)
    page.keyboard.press("Tab")
    page.keyboard.type(server.sandi[nama])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Buat sandi sendiri")
    tab_ke(page, page.get_by_label("Sandi lama"))
    for teks in (server.sandi[nama], "sandi papan tik irwan", "sandi papan tik irwan"):
        page.keyboard.type(teks)
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(kabar(page)).to_contain_text("Sandi sudah diganti.")


def _kerjakan_antrean_dengan_papan_tik(page: Page) -> None:
    """Find the unit's items, read both, confirm one by S, return the other by K with a reason."""
    tab_ke(page, page.get_by_role("link", name="Antrean verifikasi"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Antrean verifikasi")
    tab_ke(page, page.get_by_label("Cari rencana atau unit"))
    page.keyboard.type("loket <cepat>")
    page.keyboard.press("Enter")
    expect(page.locator("#tabel-antrean tbody th a")).to_have_text([RENCANA[WAKTU]])
    page.goto(f"/antrean?upp={UPP_ID}&tahun={TAHUN}")
    tab_ke(page, page.get_by_role("link", name="Periksa dari yang terlama"))
    page.keyboard.press("Enter")
    judul = page.get_by_role("heading", level=1)
    expect(judul).to_have_text(RENCANA[WAKTU])
    isi = pasangan(page)
    assert isi["Uraian"].startswith("Dua loket dibuka")
    assert isi["Pelapor"] == 'Siti "Tuti" & <Rekan>'
    assert isi["Kegiatan"] == RENCANA[WAKTU]
    expect(page.locator(".bukti-satu")).to_have_count(2)
    page.keyboard.press("n")
    expect(judul).to_have_text(RENCANA[SARPRAS])
    page.keyboard.press("p")
    expect(judul).to_have_text(RENCANA[WAKTU])
    page.keyboard.press("s")
    expect(kabar(page)).to_have_text("Realisasi diverifikasi.")
    expect(judul).to_have_text(RENCANA[SARPRAS])
    page.keyboard.press("k")
    expect(page.get_by_label("Alasan siap pakai")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type(ALASAN_REALISASI)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main > .pesan-jadi").first).to_contain_text("Realisasi dikembalikan kepada unit")
    expect(judul).to_have_text("Antrean verifikasi")


def _lengkapi_yang_dikembalikan(page: Page) -> None:
    page.goto(UNIT)
    dikembalikan = page.locator(".pesan-galat").filter(has_text=RENCANA[SARPRAS])
    expect(dikembalikan).to_contain_text(ALASAN_REALISASI)
    dikembalikan.get_by_role("link", name="Lengkapi realisasi ini").click()
    expect(page.locator("main")).to_contain_text(f"Dikembalikan pemeriksa: {ALASAN_REALISASI}")
    page.get_by_label("Berkas bukti").set_input_files(
        [{"name": "kursi.jpg", "mimeType": "image/jpeg", "buffer": foto_ber_gps() + b"\0"}]
    )
    page.get_by_role("button", name="Simpan dan nyatakan selesai").click()
    expect(page.locator("main .keadaan").first).to_have_text("selesai")


def _persentase_sama_di_mana_mana(page: Page, server: Server, folder: Path) -> None:
    """The page of percentages, its Excel file, the command line, and the annual report of the year after."""
    page.goto(f"/tahun/{TAHUN}/tindak-lanjut")
    baris = page.locator("#tabel-upp tbody tr").filter(has=page.get_by_role("link", name=UPP, exact=True))
    expect(baris.locator("[data-label=Dilaporkan]")).to_have_text("66,67 %2 dari 3")
    expect(baris.locator("[data-label=Terverifikasi]")).to_have_text("33,33 %1 dari 3")
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh Excel").click()
    lembar = openpyxl.load_workbook(BytesIO(Path(unduhan.value.path()).read_bytes()), data_only=True)["Per UPP"]
    tabel = [list(satu) for satu in lembar.iter_rows(values_only=True)]
    (nilai,) = [satu for satu in tabel if satu[0] == UPP]
    kepala = next(satu for satu in tabel if "Dilaporkan (%)" in satu)
    assert [nilai[kepala.index(judul)] for judul in ("Dilaporkan (%)", "Terverifikasi (%)")] == [66.67, 33.33]

    realisasi = perintah_json(server, "realisasi", "--tahun", str(BERIKUT))
    (satu,) = [r for r in realisasi["upp"] if r["upp"] == UPP]
    assert (satu["rtl"], satu["selesai"], satu["terverifikasi"]) == (3, 2, 1)
    assert (satu["dilaporkan"], satu["terverifikasi_persen"]) == ("66.67", "33.33")

    laporan = folder / "laporan.docx"
    hasil = perintah(server, "laporan", "tahunan", "--tahun", str(BERIKUT), "--keluar", str(laporan))
    assert hasil.returncode == 0, hasil.stderr
    sel = [[sel.text for sel in baris.cells] for t in docx.Document(str(laporan)).tables for baris in t.rows]
    assert any(UPP in baris and "66,67" in " ".join(baris) and "33,33" in " ".join(baris) for baris in sel)


def _riwayat_lengkap(page: Page) -> None:
    """The history of an RTL shows every step, with who did it."""
    _buka_rtl(page, WAKTU)
    assert list(reversed(riwayat(page))) == [
        "RTL ditambahkan, berstatus direncanakan.",
        "Kemajuan RTL dicatat, berubah dari direncanakan ke berjalan.",
        "Kemajuan RTL dicatat.",
        "Bukti ditambahkan.",
        "Bukti ditambahkan.",
        "Status RTL berubah dari berjalan ke selesai.",
        "Status RTL berubah dari selesai ke terverifikasi.",
    ]
    expect(page.locator("section[aria-labelledby=judul-riwayat]")).to_contain_text("Irwan Inspektur (Inspektorat)")
    _buka_rtl(page, SARPRAS)
    assert list(reversed(riwayat(page))) == [
        "RTL ditambahkan, berstatus direncanakan.",
        "Rencana RTL diubah.",
        "Bukti ditambahkan.",
        "Status RTL berubah dari direncanakan ke selesai.",
        "Status RTL berubah dari selesai ke dikembalikan.",
        "Bukti ditambahkan.",
        "Status RTL berubah dari dikembalikan ke selesai.",
    ]
    expect(page.locator("section[aria-labelledby=judul-riwayat]")).to_contain_text(ALASAN_REALISASI)


def _jejak_menemukan_yang_hilang(server: Server) -> None:
    utuh = perintah(server, "jejak", "verifikasi")
    assert (utuh.returncode, utuh.stderr) == (0, "")
    assert utuh.stdout.startswith("Jejak audit utuh:")
    engine = buat_engine(server.basis_data)
    with engine.begin() as koneksi:
        nomor = koneksi.execute(text("SELECT max(nomor) FROM jejak WHERE ke = 'terverifikasi'")).scalar_one()
        koneksi.execute(text("DELETE FROM jejak WHERE nomor = :nomor"), {"nomor": nomor})
    engine.dispose()
    hilang = perintah(server, "jejak", "verifikasi")
    assert hilang.returncode == 1
    assert f"Catatan {nomor} tidak ada." in hilang.stderr
