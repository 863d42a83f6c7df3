"""Every kind of document of the generated instansi against its floor, and packages of all units: growth and cores.

Floor of a Word document = its finished parts written into a zip; of a workbook = its finished parts likewise. One point in place of
each chart, as in `bench.laporan`.
"""

import io
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy.orm import Session

from bench.data import siapkan
from bench.laporan import TITIK
from bench.pembangkit import Ukuran
from bench.ukur import Hasil, baris, cepat, median
from rtl_tracker.config import Settings, read_settings
from rtl_tracker.domain.jenis_dokumen import TABEL_JENIS, BentukBerkas, JenisDokumen, Lingkup, PermintaanDokumen
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.pesanan import JenisKerja, Pesanan
from rtl_tracker.reports.word.dokumen import Dokumen, bangun
from rtl_tracker.reports.word.soffice import cari_soffice
from rtl_tracker.resources import resource
from rtl_tracker.storage.session import pabrik_session
from rtl_tracker.storage.upp_repository import list_upp
from rtl_tracker.usecases import buat_paket
from rtl_tracker.usecases.buat_dokumen import buat_buku, rancang
from rtl_tracker.usecases.lingkungan_dokumen import DokumenDitolak
from rtl_tracker.usecases.susun_dokumen import isi_dokumen

TANPA_SOFFICE = "/bin/false"


def pesanan_jenis(session: Session, tahun: int) -> Iterator[Pesanan]:
    """One order of every kind and form; of a unit that has answers and plans, and of the first triwulan where a period is asked for."""
    upp_id = list_upp(session)[0].id
    for jenis, isi in TABEL_JENIS.items():
        satu = upp_id if isi.lingkup is Lingkup.UPP else None
        periode = Periode.TW1 if jenis is JenisDokumen.TRIWULAN else Periode.TAHUNAN
        p = PermintaanDokumen(jenis, tahun, periode, satu)
        if BentukBerkas.DOCX in isi.bentuk:
            yield Pesanan(JenisKerja.DOKUMEN, p)
        if BentukBerkas.XLSX in isi.bentuk:
            yield Pesanan(JenisKerja.DOKUMEN, p, excel=True)


def buat(session: Session, settings: Settings, pesanan: Pesanan) -> bytes:
    """Load, plan and write one document; nothing is laid out."""
    if pesanan.excel:
        return buat_buku(session, settings, pesanan).berkas[BentukBerkas.XLSX]
    r = rancang(session, settings, pesanan)
    isi, _ = isi_dokumen(r, {}, {g.sidik(): TITIK for g in r.grafik})
    return bangun(Dokumen(resource("docx_templates") / r.templat, r.bidang_templat, isi, r.judul, r.penulis, r.tanggal))


def lantai(berkas: bytes) -> Hasil:
    """Write the finished parts into a zip."""
    with ZipFile(io.BytesIO(berkas)) as arsip:
        part = {nama: arsip.read(nama) for nama in arsip.namelist()}

    def tulis() -> None:
        with ZipFile(io.BytesIO(), "w", ZIP_DEFLATED) as tujuan:
            for nama, isi in part.items():
                tujuan.writestr(nama, isi)

    return median(tulis)


def ukur_jenis(settings: Settings, session: Session, tahun: int) -> None:
    """Every kind once: size, seconds, times its floor."""
    for pesanan in pesanan_jenis(session, tahun):
        nama = f"{pesanan.permintaan.jenis.value} ({'xlsx' if pesanan.excel else 'docx'})"
        try:
            berkas = buat(session, settings, pesanan)
        except DokumenDitolak as galat:
            baris(nama, f"not made: {galat}")
            continue
        kita = median(lambda p=pesanan: buat(session, settings, p), 3)
        baris(nama, f"{len(berkas) / 1000:.0f} KB", f"{kita.detik:.2f} s with loading", f"{kita.kali(lantai(berkas))} floor")


def ukur_paket(settings: Settings, session: Session, tahun: int) -> None:
    """All `upp` reports as a zip: one process against all cores, and twice the units."""
    pesanan = Pesanan(JenisKerja.PAKET, PermintaanDokumen(JenisDokumen.UPP, tahun))
    semua = [(u.id, u.nama) for u in list_upp(session)]
    banyak = 6 if cepat() else 24
    waktu = {}
    for nama, upp, proses in (
        ("one process", banyak, 1),
        ("all cores", banyak, buat_paket.PALING_BANYAK_PROSES),
        ("twice the units", 2 * banyak, buat_paket.PALING_BANYAK_PROSES),
    ):
        mulai = time.perf_counter()
        isi = list(buat_paket.susun_semua(settings, pesanan, semua[:upp], proses))
        waktu[nama] = time.perf_counter() - mulai
        baris(f"zip of {upp} upp reports, {nama}", f"{waktu[nama]:.1f} s", f"{sum(s.jadi is not None for s in isi)} made")
    baris("cores", f"{waktu['one process'] / waktu['all cores']:.2f}x faster on {os.cpu_count()} cores")
    baris("growth", f"{waktu['twice the units'] / waktu['all cores']:.2f}x the time for 2x the units")


def main() -> None:
    """Run all."""
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        ukuran = Ukuran(upp=20 if cepat() else 100, triwulan=4, respons=100)
        engine = siapkan(folder, ukuran)
        tanpa = {} if cari_soffice(None) else {"RTL_SOFFICE": TANPA_SOFFICE}
        settings = read_settings(
            {"RTL_DATA_DIR": nama, "RTL_SECRET_KEY": "bench", "RTL_DATABASE_URL": str(engine.url), **tanpa}
        )
        with pabrik_session(engine)() as session:
            ukur_jenis(settings, session, ukuran.tahun)
            ukur_paket(settings, session, ukuran.tahun)


if __name__ == "__main__":
    main()
