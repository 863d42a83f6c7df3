"""T12 with the pictures of the bukti, and the further pictures behind it."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from rtl_tracker.domain.bukti import Bukti, JenisBukti
from rtl_tracker.domain.rtl import Rtl, StatusRtl
from rtl_tracker.formats import bulat, tanggal
from rtl_tracker.reports.hasil_tl.fakta import FaktaHasilTl, RtlBernomor
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import masa, sebut_rencana
from rtl_tracker.reports.tahunan.tabel_dasar import LEBAR_LANSKAP, selebar_halaman
from rtl_tracker.reports.tahunan.tabel_tindak_lanjut import SEBUTAN_STATUS
from rtl_tracker.reports.word.elemen import Baris, GambarSel, Kolom, Tabel

BELUM_DILAPORKAN = "Belum dilaporkan"
DOKUMENTASI = 4
FOTO_DI_TABEL, FOTO_SEBARIS = 6, 4
"""Pictures of one RTL that stand in T12; those beyond them stand behind it, so many in a row."""
_SATU, _BANYAK, _LAMPIRAN = (72.0, 46.0), (35.0, 30.0), (58.0, 43.0)
"""Boxes of pictures in mm: alone in its cell, several side by side, behind the table."""


def tabel_hasil(f: FaktaHasilTl, gambar: Mapping[str, bytes]) -> Tabel:
    """T12 on a landscape page. `gambar`: JPEG by the SHA-256 of the original, for every picture of the facts."""
    kolom = (
        Kolom("No", 11, "kanan"), Kolom("Rencana Tindak Lanjut", 54), Kolom("Sudah/Belum", 27), Kolom("Uraian", 50), Kolom("Dokumentasi", 78),
        Kolom("Tantangan/Hambatan", 42),
    )  # fmt: skip
    album = [_dalam_sel(b, gambar) for b in f.semua]
    mulai = accumulate(map(len, album), initial=0)
    letak = {b.nomor: tuple(range(n, n + len(isi))) for b, n, isi in zip(f.semua, mulai, album, strict=False)}
    judul = f"Hasil tindak lanjut {f.upp.nama}, {masa(f.tahun, f.periode)}"
    semua = tuple(satu for isi in album for satu in isi)
    return selebar_halaman(Tabel(kolom, tuple(_baris(f, letak)), "T12", judul, ukuran_pt=8.5, gambar=semua), LEBAR_LANSKAP)


def _dalam_sel(b: RtlBernomor, gambar: Mapping[str, bytes]) -> tuple[GambarSel, ...]:
    kotak = _SATU if len(b.gambar) == 1 else _BANYAK
    return tuple(_gambar(b, i, satu, gambar, kotak) for i, satu in enumerate(b.gambar[:FOTO_DI_TABEL], start=1))


def _gambar(b: RtlBernomor, urut: int, bukti: Bukti, gambar: Mapping[str, bytes], kotak: tuple[float, float]) -> GambarSel:
    return GambarSel(gambar[bukti.sha256], f"{_sebut_foto(urut, b)} RTL {b.nomor}: {bukti.sebutan}", *kotak)


def _baris(f: FaktaHasilTl, letak: Mapping[str, tuple[int, ...]]) -> Iterator[Baris]:
    for k in f.kelompok:
        yield Baris((str(k.nomor), k.nama, "", "", "", ""), "induk")
        for b in k.rtl:
            rencana = sebut_rencana(b.rtl, berperiode=f.berperiode)
            sel = (b.nomor, rencana, _keadaan(b.rtl), b.rtl.uraian or "-", _dokumentasi(b), _hambatan(b.rtl))
            yield Baris(sel, gambar={DOKUMENTASI: letak[b.nomor]} if letak[b.nomor] else {})


def _keadaan(rtl: Rtl) -> str:
    if rtl.status is None:
        return BELUM_DILAPORKAN
    if rtl.selesai:
        return f"**Sudah**\n{'terverifikasi' if rtl.terverifikasi else 'dilaporkan, belum diverifikasi'}"
    return f"**Belum**\n{SEBUTAN_STATUS[rtl.status]}"


def _hambatan(rtl: Rtl) -> str:
    """What stood in the way: the unit's words, why it was not done, what the inspector sent back."""
    baris = (
        rtl.hambatan,
        f"Alasan: {rtl.alasan}" if rtl.status is StatusRtl.TIDAK_DILAKSANAKAN and rtl.alasan else "",
        f"Dikembalikan: {rtl.catatan_pengembalian}"
        if rtl.status is StatusRtl.DIKEMBALIKAN and rtl.catatan_pengembalian
        else "",
    )
    return "\n".join(teks for teks in baris if teks) or "-"


def _dokumentasi(b: RtlBernomor) -> str:
    """Captions of the pictures, then what is not shown as a picture, each on a line of its own."""
    baris = [
        f"{_sebut_foto(i, b)}: {_bertanggal(satu.sebutan, satu)}" for i, satu in enumerate(b.gambar[:FOTO_DI_TABEL], start=1)
    ]
    if len(b.gambar) > FOTO_DI_TABEL:
        baris.append(f"{bulat(len(b.gambar) - FOTO_DI_TABEL)} foto lainnya pada ⟦FOTO⟧")
    baris += [f"Gambar tidak dapat ditampilkan: {_sebut(satu)}" for satu in b.rusak]
    baris += [f"{'Tautan' if satu.jenis is JenisBukti.TAUTAN else 'Berkas'}: {_sebut(satu)}" for satu in b.lainnya]
    return "\n".join(baris) or "-"


def _sebut_foto(urut: int, b: RtlBernomor) -> str:
    return "Foto" if len(b.gambar) == 1 else f"Foto {urut}"


def _sebut(bukti: Bukti) -> str:
    """Caption, and the link or the name of the file."""
    return _bertanggal(" – ".join(t for t in (bukti.keterangan, bukti.tautan or bukti.nama_berkas) if t), bukti)


def _bertanggal(teks: str, bukti: Bukti) -> str:
    """With the day that the bukti is valid for."""
    return teks if bukti.berlaku is None else f"{teks}, {tanggal(bukti.berlaku)}"


def tabel_foto(f: FaktaHasilTl, gambar: Mapping[str, bytes]) -> Tabel | None:
    """The pictures that did not fit into T12, by RTL; None when all of them did."""
    album: list[GambarSel] = []
    baris: list[Baris] = []
    for b in f.semua:
        sisa = list(enumerate(b.gambar, start=1))[FOTO_DI_TABEL:]
        for awal in range(0, len(sisa), FOTO_SEBARIS):
            potong = sisa[awal : awal + FOTO_SEBARIS]
            teks = [f"{_sebut_foto(i, b)}: {_bertanggal(satu.sebutan, satu)}" for i, satu in potong]
            letak = {kolom: (len(album) + kolom - 1,) for kolom in range(1, len(potong) + 1)}
            baris.append(Baris((b.nomor, *teks, *[""] * (FOTO_SEBARIS - len(teks))), gambar=letak))
            album += [_gambar(b, i, satu, gambar, _LAMPIRAN) for i, satu in potong]
    if not baris:
        return None
    kolom = (Kolom("RTL", 13, "kanan"), *(Kolom("Foto", 62) for _ in range(FOTO_SEBARIS)))
    return Tabel(kolom, tuple(baris), "FOTO", "Dokumentasi lainnya menurut nomor RTL", ukuran_pt=8.5, gambar=tuple(album))
