"""Sheet `rtl`: planned actions and what became of them."""

from rtl_tracker.domain.rtl import Horizon, StatusRtl
from rtl_tracker.domain.unsur import Unsur, kenali_unsur
from rtl_tracker.spreadsheets.baris import PembacaBaris, Tabel
from rtl_tracker.spreadsheets.buku_kerja import BarisRtl
from rtl_tracker.spreadsheets.kepala import KALIMAT_URUTAN, KodeUnsur, uraikan_unsur
from rtl_tracker.spreadsheets.tautan import baca_tautan

STATUS: dict[str, StatusRtl] = {
    **{s.value.replace("_", " "): s for s in StatusRtl},
    **dict.fromkeys(("rencana", "belum", "belum mulai", "belum dimulai", "belum dilaksanakan"), StatusRtl.DIRENCANAKAN),
    **dict.fromkeys(("proses", "dalam proses", "sedang berjalan", "sedang dilaksanakan", "sedang"), StatusRtl.BERJALAN),
    **dict.fromkeys(
        ("sudah", "sudah selesai", "sudah dilaksanakan", "dilaksanakan", "terlaksana", "tuntas"), StatusRtl.SELESAI
    ),
    **dict.fromkeys(("diverifikasi", "sudah diverifikasi"), StatusRtl.TERVERIFIKASI),
    **dict.fromkeys(("kembali", "perlu perbaikan"), StatusRtl.DIKEMBALIKAN),
    **dict.fromkeys(("tidak", "tidak terlaksana", "tidak dilakukan", "batal", "dibatalkan"), StatusRtl.TIDAK_DILAKSANAKAN),
}
HORIZON: dict[str, Horizon] = {
    kata: h for h in Horizon for kata in (h.value, f"jangka {h.value}", f"jk {h.value}", f"{h.value} jangka")
}
_PILIHAN_STATUS = ", ".join(s.value.replace("_", " ") for s in StatusRtl)
_PILIHAN_HORIZON = ", ".join(h.value for h in Horizon)


def baca_rtl(tabel: Tabel) -> list[BarisRtl]:
    """The rows. Words that name no single unsur are kept with an info that asks to choose one; a row without a kegiatan is refused."""
    hasil = []
    for baris in tabel:
        isi = _baca_satu(baris)
        if not baris.gagal:
            hasil.append(isi)
    return hasil


def _baca_satu(baris: PembacaBaris) -> BarisRtl:
    upp = baris.upp(boleh_kosong=True)
    periode, _ = baris.periode()
    unsur_teks = baris.label("unsur")
    kegiatan = baris.teks("kegiatan")
    if not kegiatan and not baris.gagal:
        baris.tolak("kegiatan", "Kegiatan wajib diisi. Tulis satu tindakan, atau hapus barisnya.")
    return BarisRtl(
        baris=baris.nomor,
        upp=upp,
        periode=periode,
        unsur=_baca_unsur(baris, unsur_teks),
        unsur_teks=unsur_teks,
        kegiatan=kegiatan,
        keluhan=baris.teks("keluhan"),
        indikator=baris.teks("indikator"),
        waktu=baris.label("waktu"),
        tenggat=baris.tanggal("tenggat"),
        penanggung_jawab=baris.label("penanggung_jawab"),
        horizon=baris.pilihan("horizon", HORIZON, _PILIHAN_HORIZON),
        stakeholder=baris.teks("stakeholder"),
        status=baris.pilihan("status", STATUS, _PILIHAN_STATUS),
        uraian=baris.teks("uraian"),
        hambatan=baris.teks("hambatan"),
        alasan=baris.teks("alasan"),
        strategi=baris.teks("strategi"),
        bukti=baca_tautan(baris, "bukti"),
    )


def _baca_unsur(baris: PembacaBaris, isi: str) -> Unsur | None:
    """The unsur the words name; a bare U8 or U9 without a declared order is refused."""
    terbaca = uraikan_unsur(isi) or kenali_unsur(isi)
    if isinstance(terbaca, KodeUnsur):
        unsur = terbaca.unsur(baris.konteks.urutan)
        if unsur is None:
            baris.tolak("unsur", KALIMAT_URUTAN.format(judul=isi))
        return unsur
    if terbaca is None:
        sebab = f"'{isi}' tidak menyebut tepat satu unsur" if isi else "Unsur tidak diisi"
        baris.beri_tahu("unsur", f"{sebab}; teksnya disimpan. Pilih satu dari sembilan unsur untuk RTL ini.")
    return terbaca
