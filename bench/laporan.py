"""The annual report of the generated instansi: against its floor, against docxtpl loops, growth, memory, contents.

Floor = the same finished XML parts written into a zip. Peer = the same tables by loops of
docxtpl over rows and cells. All in one run, with one point in place of each picture.
"""

import base64
import io
import tempfile
import time
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docxtpl import DocxTemplate

from bench.data import siapkan
from bench.pembangkit import Ukuran
from bench.ukur import Hasil, baris, cepat, di_proses_anak, median
from rtl_tracker.reports.rancangan import susun_teks
from rtl_tracker.reports.tahunan.fakta import FaktaTahunan, susun_fakta
from rtl_tracker.reports.tahunan.rancang import rancang_tahunan
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.reports.word.elemen import Baris, Tabel
from rtl_tracker.reports.word.soffice import cari_soffice, ke_pdf
from rtl_tracker.reports.word.tata_letak import beri_nomor_halaman
from rtl_tracker.resources import resource
from rtl_tracker.storage.session import buat_engine, pabrik_session
from rtl_tracker.usecases.dokumen_tahunan import muat_bahan

TITIK = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


def fakta_dari(alamat: str, tahun: int) -> FaktaTahunan:
    """Facts of the year in the database at `alamat`."""
    with pabrik_session(buat_engine(alamat))() as session:
        return susun_fakta(muat_bahan(session, tahun))


def dokumen(fakta: FaktaTahunan) -> Dokumen:
    """The document of the facts with one grey point in place of every picture."""
    r = rancang_tahunan(fakta)
    isi = r.isi(susun_teks(r.blok, {}), {g.sidik(): TITIK for g in r.grafik})
    return Dokumen(resource("docx_templates") / r.templat, r.bidang_templat, isi, "Laporan", "Bench", datetime(2025, 1, 1))


def lantai(docx: bytes) -> Hasil:
    """Write the finished parts into a zip."""
    with ZipFile(io.BytesIO(docx)) as arsip:
        part = {nama: arsip.read(nama) for nama in arsip.namelist()}

    def tulis() -> None:
        with ZipFile(io.BytesIO(), "w", ZIP_DEFLATED) as tujuan:
            for nama, isi in part.items():
                tujuan.writestr(nama, isi)

    return median(tulis)


def templat_putaran(folder: Path) -> Path:
    """A docxtpl template that makes every table by loops over rows and cells."""
    word = Document()
    word.add_paragraph("{%p for t in tabel %}")
    tabel = word.add_table(rows=3, cols=3)
    tabel.cell(0, 0).text = "{%tr for b in t %}"
    for i, teks in enumerate(("{%tc for s in b %}", "{{ s }}", "{%tc endfor %}")):
        tabel.cell(1, i).text = teks
    tabel.cell(2, 0).text = "{%tr endfor %}"
    word.add_paragraph("{%p endfor %}")
    word.save(str(folder / "putaran.docx"))
    return folder / "putaran.docx"


def putaran(templat: Path, tabel: list[list[tuple[str, ...]]]) -> bytes:
    """Render the loops."""
    word = DocxTemplate(templat)
    word.render({"tabel": tabel}, autoescape=True)
    keluar = io.BytesIO()
    word.save(keluar)
    return keluar.getvalue()


def semua_tabel(fakta: FaktaTahunan) -> list[list[tuple[str, ...]]]:
    """Every table of the report as plain rows of texts, in the order of the report."""
    elemen = [e for bagian in dokumen(fakta).isi.values() for e in bagian if isinstance(e, Tabel)]
    return [[b.sel if isinstance(b, Baris) else b for b in tabel.baris] for tabel in elemen]


def bangun_dari(alamat: str, tahun: int) -> int:
    """Load, state the facts, build: what a command does, for time and memory of the whole process."""
    return len(bangun(dokumen(fakta_dari(alamat, tahun))))


def ukur_pembanding(folder: Path, fakta: FaktaTahunan) -> float:
    """Seconds of the docxtpl loops over all tables, once: they grow faster than their content, so no part is scaled up."""
    tabel, templat = semua_tabel(fakta), templat_putaran(folder)
    mulai = time.perf_counter()
    putaran(templat, tabel)
    return time.perf_counter() - mulai


def ukur_baris(folder: Path, baris_per_tabel: int, upp: int) -> None:
    """One size of the appendix tables: floor, ours, peer, memory."""
    ukuran = Ukuran(upp=upp, triwulan=1, respons=baris_per_tabel)
    engine = siapkan(folder, ukuran)
    fakta = fakta_dari(str(engine.url), ukuran.tahun)
    dasar, kita = lantai(bangun(dokumen(fakta))), median(lambda: bangun(dokumen(fakta)), 3)
    siap = [dokumen(fakta) for _ in range(4)]
    word = median(lambda: bangun(siap.pop()), 3)
    anak, _ = di_proses_anak(bangun_dari, str(engine.url), ukuran.tahun)
    peer = ukur_pembanding(folder, fakta)
    nama = f"{upp} UPP, {baris_per_tabel} rows each"
    baris(f"{nama}: floor (finished parts zipped)", f"{dasar.detik:.2f} s")
    baris(f"{nama}: Word file from elements", f"{word.detik:.2f} s", f"{word.kali(dasar)} floor")
    baris(f"{nama}: sentences, tables and Word file", f"{kita.detik:.2f} s", f"{kita.kali(dasar)} floor")
    baris(
        f"{nama}: docxtpl loops, tables only",
        f"{peer:.1f} s",
        f"{peer / word.detik:.1f}x our Word file, {peer / kita.detik:.1f}x with sentences and tables",
    )
    baris(f"{nama}: whole process with imports and loading", f"{anak.detik:.1f} s", f"peak {anak.puncak_mb:.0f} MB")


def ukur_pertumbuhan(folder: Path) -> None:
    """From 50 to 200 UPP: four times the work should cost about four times the time."""
    detik = []
    for upp in (50, 200):
        ukuran = Ukuran(upp=upp, triwulan=4, respons=100)
        fakta = fakta_dari(str(siapkan(folder, ukuran).url), ukuran.tahun)
        detik.append(median(lambda f=fakta: bangun(dokumen(f)), 3).detik)
    baris(
        "growth from 50 to 200 UPP (4 triwulan, 100 answers)",
        f"{detik[0]:.2f} s -> {detik[1]:.2f} s",
        f"{detik[1] / detik[0]:.2f}x for 4x the content",
    )


def ukur_tata_letak(folder: Path, upp: int) -> None:
    """The contents step against one LibreOffice conversion of the same file."""
    program = cari_soffice(None)
    if program is None:
        baris("contents step", "LibreOffice is not installed: not measured")
        return
    ukuran = Ukuran(upp=upp, triwulan=1, respons=25)
    docx = bangun(dokumen(fakta_dari(str(siapkan(folder, ukuran).url), ukuran.tahun)))
    berkas = folder / "laporan.docx"
    berkas.write_bytes(docx)
    satu = median(lambda: ke_pdf(program, [berkas], folder, 900), 1)
    kita = median(lambda: beri_nomor_halaman(docx, program, None), 1)
    baris(
        f"contents of {upp} UPP", f"one conversion {satu.detik:.1f} s", f"contents step {kita.detik:.1f} s = {kita.kali(satu)}"
    )


def main() -> None:
    """Run all."""
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        upp = 30 if cepat() else 100
        for baris_per_tabel in (25, 400):
            ukur_baris(folder, baris_per_tabel, upp)
        ukur_pertumbuhan(folder)
        ukur_tata_letak(folder, 10 if cepat() else 40)


if __name__ == "__main__":
    main()
