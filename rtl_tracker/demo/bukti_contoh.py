"""Made-up bukti of the demo: a drawn picture and a one-page PDF that both say so. The same words give the same bytes."""

import time
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

LEBAR, TINGGI = 1280, 860
HURUF_BESAR, HURUF_BIASA = 54, 34
BIRU, LANGIT, TANAH, PUTIH, TINTA = "#123a54", "#cfe3ef", "#d9cfb8", "#ffffff", "#1f2933"
SAAT_TETAP = time.gmtime(1_640_995_200)


def foto_contoh(judul: str, keterangan: str) -> bytes:
    """A JPEG: a service counter, and a band that calls it an example."""
    gambar = Image.new("RGB", (LEBAR, TINGGI), LANGIT)
    kuas = ImageDraw.Draw(gambar)
    kuas.rectangle((0, 600, LEBAR, TINGGI), fill=TANAH)
    kuas.rectangle((160, 240, 1120, 640), fill=PUTIH, outline=BIRU, width=8)
    for kiri in (220, 520, 820):
        kuas.rectangle((kiri, 340, kiri + 240, 640), fill="#e8f0f5", outline=BIRU, width=5)
        kuas.ellipse((kiri + 80, 380, kiri + 160, 460), fill="#b98432")
        kuas.rectangle((kiri + 60, 470, kiri + 180, 600), fill=BIRU)
    _pita(kuas, judul, keterangan)
    keluaran = BytesIO()
    gambar.save(keluaran, "JPEG", quality=82)
    return keluaran.getvalue()


def pdf_contoh(judul: str, isi: tuple[str, ...]) -> bytes:
    """A one-page PDF with lines of text."""
    lembar = Image.new("RGB", (1240, 1754), PUTIH)
    kuas = ImageDraw.Draw(lembar)
    kuas.text((120, 140), judul, fill=BIRU, font=ImageFont.load_default(HURUF_BESAR))
    for nomor, baris in enumerate(("DATA CONTOH - bukan dokumen sebenarnya", *isi)):
        kuas.text((120, 300 + nomor * 70), baris, fill=TINTA, font=ImageFont.load_default(HURUF_BIASA))
    keluaran = BytesIO()
    lembar.save(keluaran, "PDF", resolution=150, creationDate=SAAT_TETAP, modDate=SAAT_TETAP, title=judul)
    return keluaran.getvalue()


def _pita(kuas: ImageDraw.ImageDraw, judul: str, keterangan: str) -> None:
    kuas.rectangle((0, 0, LEBAR, 190), fill=BIRU)
    kuas.text((50, 30), judul, fill=PUTIH, font=ImageFont.load_default(HURUF_BESAR))
    kuas.text((50, 115), f"DATA CONTOH - {keterangan}", fill="#ffd9a0", font=ImageFont.load_default(HURUF_BIASA))
