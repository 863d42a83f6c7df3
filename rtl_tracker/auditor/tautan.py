"""Rule of links (LINK-01): missing, no web address, the same for several units, shortened, or closed to a reader."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from rtl_tracker.auditor.fakta import Fakta
from rtl_tracker.auditor.kata_rencana import kutip
from rtl_tracker.auditor.rencana import RINCI
from rtl_tracker.auditor.sebutan import deret
from rtl_tracker.auditor.temuan import Temuan
from rtl_tracker.domain.bukti import PEMENDEK, BuktiDitolak, kunci_tautan, periksa_tautan
from rtl_tracker.domain.periode import Periode
from rtl_tracker.domain.tingkat import Tingkat

SITUS_PENDEK = PEMENDEK | {
    "linktr.ee", "lynk.id", "msha.ke", "heylink.me", "tiny.cc", "rb.gy", "shorturl.com", "shorturl.asia", "bitly.com",
    "bitly.ws", "v.gd", "urlz.fr", "adf.ly", "buff.ly", "t.ly", "gg.gg", "goo.su", "qrco.de", "me-qr.com", "intip.in", "tr.ee",
    "bio.link", "taplink.cc",
}  # fmt: skip
"""Sites that hide where a link leads, or only list further links."""
BERAKUN: tuple[tuple[str, str, str], ...] = (
    (r"docs\.google\.com", r"/(document|spreadsheets|presentation|forms|drawings)/.*/edit/?", "halaman penyuntingan"),
    (r"drive\.google\.com", r"/(.*/edit|(drive/)?(u/\d+/)?(my-drive|home|recent|shared-with-me|starred|computers))/?",
     "ruang pribadi Google Drive"),
    (r"(accounts|mail|classroom|keep|calendar)\.google\.com|web\.whatsapp\.com|outlook\.(live|office)\.com", r"/.*|",
     "akun pribadi"),
    (r"onedrive\.live\.com|[\w-]+-my\.sharepoint\.com", r"/.*|", "OneDrive pribadi"),
    (r"www\.dropbox\.com|dropbox\.com", r"/home.*", "ruang pribadi Dropbox"),
    (r".*", r"/(.*/)?(login|log-in|signin|sign-in|wp-admin|wp-login\.php|masuk)/?(\.php)?", "halaman masuk akun"),
)  # fmt: skip
"""Host, path (both whole), and what stands there: addresses that open only for the account of whoever copied them."""
SKEMA = re.compile(r"[a-z][a-z0-9+.-]*://|www\.|mailto:|file:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tautan:
    """One link as given, and where it stands."""

    teks: str
    upp_id: int | None
    periode: Periode
    bidang: str
    layanan: str | None = None
    rtl_id: int | None = None

    @property
    def kunci(self) -> str:
        """The form under which the same link is found."""
        return kunci_tautan(self.teks)


def link_01(fakta: Fakta) -> Iterator[Temuan]:
    """One finding per unit without a link, and per unit and link for all that is wrong with that link."""
    semua = [*_tautan_laporan(fakta), *_tautan_bukti(fakta)]
    yield from _kosong(fakta, {t.upp_id for t in semua if t.bidang == "tautan_laporan"})
    pemakai: dict[str, list[int]] = {}
    per_unit: dict[tuple[int | None, str], Tautan] = {}
    for t in semua:
        per_unit.setdefault((t.upp_id, t.kunci), t)
        unit = pemakai.setdefault(t.kunci, [])
        if t.upp_id is not None and t.upp_id not in unit:
            unit.append(t.upp_id)
    bukti: dict[int | None, list[Temuan]] = {}
    for (upp_id, kunci), t in per_unit.items():
        lain = [u for u in pemakai[kunci] if u != upp_id] if upp_id is not None else []
        temuan = _temuan(fakta, t, lain)
        if temuan is not None and t.bidang == "bukti":
            bukti.setdefault(upp_id, []).append(temuan)
        elif temuan is not None:
            yield temuan
    for upp_id, daftar in bukti.items():
        yield from daftar if len(daftar) <= RINCI else [_ringkasan_bukti(upp_id, daftar)]


def _tautan_laporan(fakta: Fakta) -> Iterator[Tautan]:
    for b in fakta.baris:
        if b.tautan_laporan.strip():
            yield Tautan(b.tautan_laporan.strip(), b.upp_id, b.periode, "tautan_laporan", b.layanan)


def _tautan_bukti(fakta: Fakta) -> Iterator[Tautan]:
    """Bukti that are links; what has the form of no address is the name of a file."""
    for r in fakta.rtl:
        for teks in r.bukti:
            if SKEMA.match(teks.strip()):
                yield Tautan(teks.strip(), r.upp_id, r.periode, "bukti", rtl_id=r.id)


def _kosong(fakta: Fakta, bertautan: set[int | None]) -> Iterator[Temuan]:
    """Units with results but no link, where at least half of the units have one."""
    berhasil = list(dict.fromkeys(t.upp_id for t in fakta.terukur if not t.baris.kosong or t.tabulasi is not None))
    tanpa = [u for u in berhasil if u not in bertautan]
    if 2 * (len(berhasil) - len(tanpa)) < max(2, len(berhasil)):
        return
    for upp_id in tanpa:
        kalimat = (
            f"Tautan laporan belum diisi, padahal {len(berhasil) - len(tanpa)} dari {len(berhasil)} unit sudah "
            "mencantumkannya. Isi "
            "dengan alamat laporan SKM unit ini."
        )
        yield Temuan("LINK-01", Tingkat.PERINGATAN, kalimat, upp_id, bidang="tautan_laporan", tercetak="")


def _temuan(fakta: Fakta, t: Tautan, lain: Sequence[int]) -> Temuan | None:
    """What is wrong with a link of a unit, in one finding; None when nothing is."""
    cacat, saran = _cacat(t.teks)
    cacat_unit = list(cacat)
    if lain:
        banyak = f"juga dipakai {len(lain)} unit lain"
        misal = f" (misalnya {fakta.nama(lain[0])})" if len(lain) > 1 else f" ({fakta.nama(lain[0])})"
        cacat, cacat_unit = [banyak + misal, *cacat], [banyak, *cacat_unit]
        milik = "laporan" if t.bidang == "tautan_laporan" else "bukti"
        saran = f"Cantumkan alamat {milik} unit ini sendiri yang dapat dibuka tanpa masuk akun."
    if not cacat:
        return None
    sebutan = "Tautan laporan" if t.bidang == "tautan_laporan" else "Tautan bukti"
    kalimat, kalimat_unit = (f"{sebutan} {kutip(t.teks)} {deret(c)}. {saran}" for c in (cacat, cacat_unit))
    return Temuan("LINK-01", Tingkat.PERINGATAN, kalimat, t.upp_id, t.periode, t.layanan, t.bidang, t.teks, None, t.rtl_id,
                  kalimat_unit if lain else "")  # fmt: skip


def _ringkasan_bukti(upp_id: int | None, daftar: Sequence[Temuan]) -> Temuan:
    """Many faulty links of the bukti of one unit in one finding."""
    awal = f"{len(daftar)} tautan bukti perlu diperbaiki, misalnya: "
    contoh = daftar[0]
    return Temuan("LINK-01", Tingkat.PERINGATAN, awal + contoh.kalimat, upp_id, bidang="bukti",
                  tercetak=f"{len(daftar)} tautan", kalimat_unit=awal + contoh.untuk_unit)  # fmt: skip


def _cacat(teks: str) -> tuple[list[str], str]:
    """What is wrong with the address itself, and what to do."""
    try:
        periksa_tautan(teks)
        bagian = urlsplit(teks)
    except (BuktiDitolak, ValueError):
        return [_sebab_ditolak(teks)], "Ganti dengan alamat lengkap https:// yang dapat dibuka siapa saja."
    situs = (bagian.hostname or "").rstrip(".").lower()
    if situs.removeprefix("www.") in SITUS_PENDEK:
        return [f"memakai pemendek atau daftar tautan {situs}, sehingga tujuannya tidak terlihat"], "Pakai tautan aslinya."
    ruang = _ruang_pribadi(situs, bagian)
    if ruang:
        return [f"menuju {ruang}, yang dapat meminta masuk akun"], (
            "Bagikan untuk siapa saja yang memiliki tautan, lalu cantumkan tautan bacanya atau unggah berkas PDF."
        )
    return [], ""


def _sebab_ditolak(teks: str) -> str:
    """Why the address can be opened by nobody else."""
    if re.match(r"https?://", teks, re.IGNORECASE):
        return "tidak dapat dibuka dari luar: menuju jaringan dalam, memuat sandi atau spasi, atau nama situsnya tidak lengkap"
    return "bukan alamat http:// atau https://"


def _ruang_pribadi(situs: str, bagian: SplitResult) -> str:
    """What closed place an address leads to; "" for an open one."""
    jalur = bagian.path.lower()
    return next((ruang for s, j, ruang in BERAKUN if re.fullmatch(s, situs) and re.fullmatch(j, jalur)), "")
