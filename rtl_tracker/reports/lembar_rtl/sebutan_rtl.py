"""How the documents of follow-up name an RTL, its time and its unit."""

from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.periode import NAMA_PERIODE, Periode
from rtl_tracker.domain.rtl import Rtl
from rtl_tracker.domain.unsur import NAMA_UNSUR
from rtl_tracker.domain.upp import Upp
from rtl_tracker.formats import tanggal

CONTOH = "(data contoh)"
DATA_CONTOH = f"RTL bertanda {CONTOH} dibuat untuk peragaan; isinya tidak berasal dari laporan resmi."
TANPA_NAMA = "Nama instansi belum diisi"


def sebut_unsur_rtl(rtl: Rtl) -> str:
    """The unsur of an RTL; what its source called it where that names no single unsur."""
    return NAMA_UNSUR[rtl.unsur] if rtl.unsur is not None else rtl.unsur_teks or "Unsur belum ditentukan"


def sebut_waktu(rtl: Rtl) -> str:
    """The planned time and the tenggat, a line each; empty when neither is known."""
    return "\n".join(teks for teks in (rtl.waktu, tanggal(rtl.tenggat) if rtl.tenggat is not None else "") if teks)


def sebut_rencana(rtl: Rtl, *, berperiode: bool) -> str:
    """The planned action; the period where several stand together, whether it was carried over, and whether it is made up."""
    tambahan = (
        NAMA_PERIODE[rtl.periode] if berperiode else "",
        "lanjutan RTL sebelumnya" if rtl.asal_id is not None else "",
    )
    keterangan = "; ".join(satu for satu in tambahan if satu)
    baris = (rtl.kegiatan, f"({keterangan})" if keterangan else "", CONTOH if rtl.data_contoh else "")
    return "\n".join(satu for satu in baris if satu)


def ringkas(teks: str, panjang: int) -> str:
    """The text on one line, cut at a word when it is longer than `panjang` letters."""
    polos = " ".join(teks.split())
    return polos if len(polos) <= panjang else f"{polos[:panjang].rsplit(' ', 1)[0]} …"


def masa(tahun: int, periode: Periode) -> str:
    """ "Semester I tahun 2023"; "tahun 2023" for a whole year."""
    return f"tahun {tahun}" if periode is Periode.TAHUNAN else f"{NAMA_PERIODE[periode]} tahun {tahun}"


def akhir_nama_berkas(upp: Upp, tahun: int, periode: Periode) -> str:
    """What tells the file of a unit and period from others: "kecamatan-lumar-2023-s1"."""
    kata = "".join(h if h.isascii() and h.isalnum() else "-" for h in (upp.singkatan or upp.nama).casefold())
    pendek = "-".join(satu for satu in kata.split("-") if satu)[:60].rstrip("-") or f"unit-{upp.id}"
    return f"{pendek}-{tahun}" + ("" if periode is Periode.TAHUNAN else f"-{periode.value.lower()}")


def bidang_unit(p: Pengaturan, upp: Upp, tahun: int) -> dict[str, str]:
    """The template fields of every document that a unit signs itself: instansi, unit, where it is, year."""
    return {
        "nama_instansi": p.nama or TANPA_NAMA,
        "nama_unit": upp.nama,
        "alamat_unit": ", ".join(teks for teks in (upp.alamat, f"Telepon {upp.telepon}" if upp.telepon else "") if teks),
        "tahun": str(tahun),
    }
