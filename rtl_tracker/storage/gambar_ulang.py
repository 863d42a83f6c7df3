"""Pictures drawn anew for showing: upright, in sRGB, small, and with nothing of the original's metadata (position, owner, camera)."""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

MUTU_JPEG = 82


def gambar_ulang(isi: bytes, lebar: int) -> bytes:
    """A JPEG whose longer side has at most `lebar` points, what is transparent white, of a picture that passed periksa_berkas."""
    with Image.open(BytesIO(isi), formats=("JPEG", "PNG")) as asal:
        asal.draft("RGB", (lebar, lebar))
        profil = asal.info.get("icc_profile")
        kecil = _biasa(_tegak(asal))
    kecil.thumbnail((lebar, lebar))
    kertas = Image.new("RGB", kecil.size, "white")
    kertas.paste(_srgb(kecil, profil), mask=kecil.getchannel("A") if kecil.mode == "RGBA" else None)
    keluaran = BytesIO()
    kertas.save(keluaran, "JPEG", quality=MUTU_JPEG, optimize=True)
    return keluaran.getvalue()


def _tegak(gambar: Image.Image) -> Image.Image:
    """Turned as the camera was held; EXIF that nobody can read turns nothing."""
    gambar.load()
    try:
        return ImageOps.exif_transpose(gambar)
    except (SyntaxError, ValueError, OSError, KeyError, TypeError, IndexError, OverflowError):
        return gambar.copy()


def _biasa(gambar: Image.Image) -> Image.Image:
    """Only L, RGB, CMYK, or RGBA where something is transparent; 16 bits become 8, which a plain conversion would cut off to white."""
    if gambar.mode.startswith("I"):
        return gambar.point(lambda terang: terang * (1 / 256)).convert("L")
    if gambar.mode in ("L", "RGB", "CMYK") and not gambar.has_transparency_data:
        return gambar
    return gambar.convert("RGBA")


def _srgb(gambar: Image.Image, profil: bytes | None) -> Image.Image:
    """The colours as a screen without a profile shows them (phones write Display P3); a profile that does not fit is left aside."""
    warna = gambar.convert("RGB") if gambar.mode == "RGBA" else gambar
    if profil:
        try:
            asal, layar = ImageCms.ImageCmsProfile(BytesIO(profil)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(warna, asal, layar, outputMode="RGB") or warna
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return warna.convert("RGB")
    return warna.convert("RGB")
