"""What a Word document can do besides showing text: macros, embedded programs, things fetched from elsewhere. None of it may stay."""

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit

from PIL import Image

from rtl_tracker.reports.templat_sendiri.bagian_xml import nama_lokal, turunan
from rtl_tracker.reports.templat_sendiri.isi_paket import Hubungan, IsiPaket
from rtl_tracker.reports.templat_sendiri.temuan_templat import Kelompok, Masalah, galat, kutip

TITIK_PALING_BANYAK = 40_000_000
_SKEMA_TAUTAN = frozenset({"http", "https", "mailto"})
_BENTUK_GAMBAR = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_HUBUNGAN_BIASA = frozenset(
    [
        "officedocument",
        "core-properties",
        "extended-properties",
        "custom-properties",
        "thumbnail",
        "styles",
        "styleswitheffects",
        "numbering",
        "settings",
        "websettings",
        "fonttable",
        "theme",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "comments",
        "commentsextended",
        "commentsids",
        "commentsextensible",
        "people",
        "image",
        "hyperlink",
        "customxml",
        "customxmlprops",
        "glossarydocument",
        "diagramdata",
        "diagramlayout",
        "diagramquickstyle",
        "diagramcolors",
        "diagramdrawing",
        "printersettings",
    ]
)
_SEBUTAN_HUBUNGAN = {
    "vbaproject": ("makro", "simpan sebagai .docx tanpa makro"),
    "oleobject": ("objek sisipan dari program lain", "ganti dengan gambar PNG atau JPEG"),
    "package": ("berkas sisipan", "ganti dengan gambar PNG atau JPEG"),
    "chart": ("grafik Word", "ganti dengan gambar PNG atau JPEG"),
    "control": ("kontrol ActiveX", "hapus kontrolnya"),
    "afchunk": ("potongan berkas lain (altChunk)", "salin isinya sebagai teks"),
    "attachedtemplate": ("templat terlampir", "kosongkan lewat Pengembang, Templat Dokumen"),
    "font": ("fon tersemat", "matikan Sematkan fon dalam berkas, lalu simpan ulang"),
    "subdocument": ("dokumen anak", "salin isinya sebagai teks"),
    "mailmergesource": ("sumber gabungan surat", "lepaskan lewat Surat, Mulai Gabungan Surat, Dokumen Word Normal"),
}
_ELEMEN = {
    "object": ("objek sisipan (OLE)", "ganti dengan gambar PNG atau JPEG"),
    "OLEObject": ("objek sisipan (OLE)", "ganti dengan gambar PNG atau JPEG"),
    "control": ("kontrol ActiveX", "hapus kontrolnya"),
    "altChunk": ("potongan berkas lain (altChunk)", "salin isinya sebagai teks"),
    "subDoc": ("dokumen anak", "salin isinya sebagai teks"),
    "mailMerge": ("gabungan surat", "lepaskan lewat Surat, Mulai Gabungan Surat, Dokumen Word Normal"),
    "attachedTemplate": ("templat terlampir", "kosongkan lewat Pengembang, Templat Dokumen"),
    "entryMacro": ("makro isian", "hapus makronya"),
    "exitMacro": ("makro isian", "hapus makronya"),
    "webVideoPr": ("video dari internet", "hapus videonya"),
    "movie": ("video", "hapus videonya"),
    "script": ("skrip", "hapus skripnya"),
}
_GAMBAR_LUAR = frozenset({"src", "href", "althref", "link"})


def periksa_aktif(isi: IsiPaket) -> Iterator[Masalah]:
    """Everything in the package that acts, embeds or fetches; pictures that are none."""
    yield from periksa_jenis_isi(isi)
    yield from periksa_hubungan(isi)
    yield from _periksa_elemen(isi)
    yield from _periksa_gambar(isi)


def periksa_jenis_isi(isi: IsiPaket) -> Iterator[Masalah]:
    """Macros and ActiveX by content type or name, whether or not anything leads to them."""
    for nama, jenis in isi.jenis.items():
        kata = f"{nama} {jenis}".lower()
        if any(tanda in kata for tanda in ("vba", "macroenabled", "customui")):
            yield galat(
                Kelompok.AKTIF, f"Templat memuat makro ({kutip(nama)}); simpan sebagai Dokumen Word (.docx) tanpa makro."
            )
        elif "activex" in kata or "oleobject" in kata or "/embeddings/" in kata:
            yield galat(Kelompok.AKTIF, f"Templat memuat objek sisipan ({kutip(nama)}); ganti dengan gambar PNG atau JPEG.")


def periksa_hubungan(isi: IsiPaket) -> Iterator[Masalah]:
    """Relationships that fetch from elsewhere (plain hyperlinks may), that embed, or that lead nowhere."""
    for h in isi.hubungan:
        tempat = isi.sebutan(h.pemilik) if h.pemilik else "Paket"
        sebutan, saran = _SEBUTAN_HUBUNGAN.get(h.jenis, (f"bagian berjenis {kutip(h.jenis)}", "hapus bagian itu di Word"))
        if h.keluar and h.jenis == "image":
            yield galat(
                Kelompok.AKTIF,
                f"{tempat} mengambil gambar dari luar ({kutip(h.tujuan)}); sisipkan gambarnya ke dalam dokumen.",
            )
        elif h.keluar and h.jenis == "hyperlink":
            if not _tautan_biasa(h):
                yield galat(Kelompok.AKTIF, f"{tempat} bertaut ke {kutip(h.tujuan)}; pakai alamat http, https, atau mailto.")
        elif h.keluar:
            yield galat(Kelompok.AKTIF, f"{tempat} merujuk {sebutan} di luar dokumen ({kutip(h.tujuan)}); {saran}.")
        elif h.jenis not in _HUBUNGAN_BIASA:
            yield galat(Kelompok.AKTIF, f"{tempat} memuat {sebutan}; {saran}.")
        elif h.jenis != "hyperlink" and h.bagian_tujuan not in isi.bagian:
            yield galat(Kelompok.AKTIF, f"{tempat} merujuk {kutip(h.tujuan)} yang tidak ada; simpan ulang templat dengan Word.")


def _tautan_biasa(h: Hubungan) -> bool:
    try:
        return urlsplit(h.tujuan).scheme.lower() in _SKEMA_TAUTAN
    except ValueError:
        return False


def _periksa_elemen(isi: IsiPaket) -> Iterator[Masalah]:
    for nama, akar in isi.xml.items():
        if nama.casefold().endswith(".rels"):
            continue
        for elemen, _ in turunan(akar):
            jenis = _ELEMEN.get(nama_lokal(elemen.tag))
            if jenis is not None:
                yield galat(Kelompok.AKTIF, f"{isi.sebutan(nama)} memuat {jenis[0]}; {jenis[1]}.")
            for kunci, nilai in elemen.attrib.items():
                if _berkas_luar(nama_lokal(kunci), nilai):
                    yield galat(
                        Kelompok.AKTIF,
                        f"{isi.sebutan(nama)} mengambil {kutip(nilai)} dari luar; sisipkan gambarnya ke dalam dokumen.",
                    )


def _berkas_luar(kunci: str, nilai: str) -> bool:
    """Whether an attribute of an old drawing names a file or address instead of a relationship."""
    return kunci.lower() in _GAMBAR_LUAR and any(tanda in nilai for tanda in (":", "\\", "//"))


def _periksa_gambar(isi: IsiPaket) -> Iterator[Masalah]:
    """Every picture that the document shows must open as one of the plain kinds; vector formats can fetch and run."""
    tampil = {h.bagian_tujuan for h in isi.hubungan if h.jenis == "image" and not h.keluar}
    for nama in sorted(tampil & set(isi.bagian)):
        try:
            with Image.open(BytesIO(isi.bagian[nama]), formats=_BENTUK_GAMBAR) as gambar:
                lebar, tinggi = gambar.size
            besar = lebar * tinggi > TITIK_PALING_BANYAK
        except Image.DecompressionBombError:
            besar = True
        except Exception:  # decoders of foreign bytes raise nearly anything
            yield galat(Kelompok.AKTIF, f"Gambar {kutip(nama)} bukan PNG atau JPEG yang utuh; ganti dengan PNG atau JPEG.")
            continue
        if besar:
            yield galat(
                Kelompok.AKTIF,
                f"Gambar {kutip(nama)} melebihi {TITIK_PALING_BANYAK // 1_000_000} juta titik; perkecil gambarnya.",
            )
