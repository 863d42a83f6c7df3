"""Reminders to the units that still have to send or mend something: texts to copy, and a letter to those past the due date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.izin import periksa_kewenangan
from rtl_tracker.domain.papan import BarisPapan, KodeSel, Sel
from rtl_tracker.domain.pengaturan import Pengaturan
from rtl_tracker.domain.peran import Izin, Pelaku
from rtl_tracker.domain.periode import NAMA_PERIODE
from rtl_tracker.domain.upp import Upp
from rtl_tracker.formats import bulat, daftar, huruf_kapital_awal, tanggal
from rtl_tracker.reports.tahunan.sebutan import kantor_organisasi
from rtl_tracker.usecases.papan_status import Papan, SaringanPapan, muat_papan


class TidakAdaTerlambat(DomainError):
    """A letter was asked for, but none of the chosen units is late."""


@dataclass(frozen=True, slots=True)
class PengingatUpp:
    """What one unit still has to do, and the text that says so."""

    upp: Upp
    sel: tuple[Sel, ...]
    teks: str

    @property
    def terlambat(self) -> tuple[Sel, ...]:
        """The periods whose due date has passed."""
        return tuple(s for s in self.sel if s.lewat_batas)


@dataclass(frozen=True, slots=True)
class Pengingat:
    """The reminders of the chosen units. `teks_grup` names them all in one message."""

    papan: Papan
    daftar: tuple[PengingatUpp, ...]
    teks_grup: str

    @property
    def bersurat(self) -> int:
        """How many units are late, so that a letter goes to them."""
        return sum(bool(p.terlambat) for p in self.daftar)


def susun_pengingat(
    session: Session, pelaku: Pelaku, tahun: int, hari_ini: date, saringan: SaringanPapan, alamat: str
) -> Pengingat:
    """The reminders for the units and periods that the filter leaves. `alamat` is where the program is found.

    Raises AksesDitolak, TahunTidakAda.
    """
    periksa_kewenangan(pelaku, Izin.PERIKSA_PENYAMPAIAN, None)
    papan = muat_papan(session, pelaku, tahun, hari_ini, saringan)
    tunggakan = [(b, sel) for b in papan.baris if (sel := _tertunggak(b, saringan))]
    return Pengingat(
        papan=papan,
        daftar=tuple(PengingatUpp(b.upp, sel, _teks_upp(b.upp, sel, papan, alamat)) for b, sel in tunggakan),
        teks_grup=_teks_grup(((b.upp, sel) for b, sel in tunggakan), papan, hari_ini, alamat) if tunggakan else "",
    )


def susun_surat_pengingat(
    session: Session, pelaku: Pelaku, tahun: int, hari_ini: date, saringan: SaringanPapan, alamat: str
) -> bytes:
    """The letters as a Word file, one page per late unit. Raises AksesDitolak, TahunTidakAda, TidakAdaTerlambat."""
    from rtl_tracker.reports.surat_pengingat import BahanSurat, SuratUpp, buat_surat  # here: the pages do without Word

    pengingat = susun_pengingat(session, pelaku, tahun, hari_ini, saringan, alamat)
    terlambat = [p for p in pengingat.daftar if p.terlambat]
    if not terlambat:
        raise TidakAdaTerlambat(
            "Tidak ada unit yang melewati batas penyampaian menurut saringan ini, sehingga tidak ada surat yang perlu dibuat."
        )
    p = pengingat.papan.pengaturan
    return buat_surat(
        BahanSurat(
            instansi=p.nama,
            kantor=kantor_organisasi(p),
            tahun=tahun,
            tempat=p.tempat,
            tanggal=hari_ini,
            jabatan=p.jabatan_penandatangan,
            penandatangan=p.penandatangan,
            nip=p.nip_penandatangan,
            alamat=alamat,
            surat=tuple(SuratUpp(x.upp.nama, tuple(_baris_surat(s) for s in x.terlambat)) for x in terlambat),
        )
    )


def sebutan_kurang(sel: Sel) -> str:
    """What is still missing of a period, in words: "hasil SKM, rencana tindak lanjut (RTL), dan pengiriman berkas"."""
    if sel.kode is KodeSel.DIKEMBALIKAN:
        return "perbaikan menurut catatan pengembalian dan pengiriman kembali berkas"
    if sel.nihil:
        return "pengiriman jawaban nihil"
    kurang = ((not sel.ada_hasil, "hasil SKM"), (not sel.ada_rtl, "rencana tindak lanjut (RTL)"), (True, "pengiriman berkas"))
    return daftar([kata for belum, kata in kurang if belum])


def _tertunggak(b: BarisPapan, saringan: SaringanPapan) -> tuple[Sel, ...]:
    return tuple(s for s in b.sel.values() if s.tertunggak and saringan.memilih(s))


def _batas(sel: Sel) -> str:
    batas = f"batas penyampaian {tanggal(sel.batas)}"
    if not sel.hari_terlambat:
        return batas
    hari = f"{bulat(sel.hari_terlambat)} hari"
    return f"{batas}, terlambat {hari} ketika pertama dikirim" if sel.kode is KodeSel.DIKEMBALIKAN else f"{batas}, lewat {hari}"


def _rincian(sel: Sel) -> str:
    catatan = f' Catatan pengembalian: "{sel.alasan_kembali}".' if sel.alasan_kembali else ""
    return f"- {NAMA_PERIODE[sel.periode]}: {_batas(sel)}. Yang dinantikan: {sebutan_kurang(sel)}.{catatan}"


def _pengirim(p: Pengaturan) -> str:
    return " ".join(x for x in (kantor_organisasi(p), p.nama) if x)


def _teks_upp(upp: Upp, sel: Iterable[Sel], papan: Papan, alamat: str) -> str:
    """The text for one unit: what is awaited, by when, and where; no blame."""
    return "\n".join(
        (
            f"Yth. Kepala {upp.nama}",
            "",
            f"Dengan hormat kami sampaikan bahwa berkas Survei Kepuasan Masyarakat (SKM) tahun {papan.tahun} berikut masih kami nantikan:",
            *(_rincian(s) for s in sel),
            "",
            f"Mohon kesediaan Bapak/Ibu untuk melengkapi dan mengirimkannya melalui {alamat}.",
            "Bila tidak ada pelayanan pada periode tersebut, mohon disampaikan jawaban nihil beserta alasannya pada halaman yang sama.",
            "Bila berkas sudah dikirim, mohon abaikan pesan ini.",
            "",
            "Terima kasih atas perhatian dan kerja samanya.",
            _pengirim(papan.pengaturan),
        )
    )


def _teks_grup(tunggakan: Iterable[tuple[Upp, tuple[Sel, ...]]], papan: Papan, hari_ini: date, alamat: str) -> str:
    """One message for a group chat that lists every unit and period."""
    baris = []
    for nomor, (upp, sel) in enumerate(tunggakan, start=1):
        periode = "; ".join(f"{NAMA_PERIODE[s.periode]} ({s.kode.value.replace('_', ' ')}, {_batas(s)})" for s in sel)
        baris.append(f"{nomor}. {upp.nama}: {periode}")
    return "\n".join(
        (
            "Yth. Bapak/Ibu pengelola SKM,",
            "",
            f"Berikut berkas SKM tahun {papan.tahun} yang masih dinantikan per {tanggal(hari_ini)}:",
            *baris,
            "",
            f"Mohon dilengkapi dan dikirim melalui {alamat}. Bila tidak ada pelayanan, mohon sampaikan jawaban nihil beserta alasannya.",
            "Terima kasih atas kerja samanya.",
            _pengirim(papan.pengaturan),
        )
    )


def _baris_surat(sel: Sel) -> tuple[str, str, str, str]:
    return (
        NAMA_PERIODE[sel.periode],
        tanggal(sel.batas),
        f"{bulat(sel.hari_terlambat)} hari",
        huruf_kapital_awal(sebutan_kurang(sel)),
    )
