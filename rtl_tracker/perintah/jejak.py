"""`jejak`: is the audit trail whole; its head, to be noted where nobody who reaches the database can change it."""

from argparse import Namespace

from rtl_tracker.config import Settings
from rtl_tracker.formats import bulat
from rtl_tracker.perintah.keluaran import cetak, cetak_json, peringatkan
from rtl_tracker.perintah.lingkungan import membaca
from rtl_tracker.perintah.tolakan import DITOLAK, SELESAI
from rtl_tracker.storage.berkas_bukti import GudangBukti
from rtl_tracker.usecases.verifikasi_jejak import HasilVerifikasi, bukti_rusak, verifikasi_jejak, versi_rusak
from rtl_tracker.usecases.verifikasi_publikasi import media_rusak, publikasi_rusak


def jejak(argumen: Namespace, settings: Settings) -> int:
    """Check the chain, the files of bukti, the frozen versions and what was published (`argumen.tindakan` is `verifikasi`); exit 0 when it holds, 1 when it does not."""
    with membaca(settings) as session:
        hasil = verifikasi_jejak(session, argumen.kepala)
        gudang = GudangBukti(settings.folder_bukti, settings.folder_tampil)
        rusak = {
            "bukti_rusak": bukti_rusak(session, gudang),
            "versi_rusak": versi_rusak(session, settings.folder_laporan),
            "publikasi_rusak": publikasi_rusak(session, settings.folder_laporan),
            "media_rusak": media_rusak(session, gudang),
        }
    if argumen.json:
        cetak_json({**_isi_json(hasil), **{nama: list(kalimat) for nama, kalimat in rusak.items()}})
    else:
        _cetak(hasil, tuple(satu for kalimat in rusak.values() for satu in kalimat))
    return SELESAI if hasil.utuh and not any(rusak.values()) else DITOLAK


def _cetak(hasil: HasilVerifikasi, rusak: tuple[str, ...]) -> None:
    for satu in hasil.putus:
        peringatkan(f"Jejak tidak utuh: {satu.kalimat}")
    for kalimat in rusak:
        peringatkan(kalimat)
    if hasil.utuh:
        cetak(f"Jejak audit utuh: {bulat(hasil.kepala.banyak)} catatan.")
    if hasil.kepala_ditemukan is not None:
        cetak(f"Kepala yang dicatat masih bagian dari rantai: catatan {bulat(hasil.kepala_ditemukan)}.")
    cetak(f"Kepala: {hasil.kepala.hash}")
    if hasil.utuh:
        cetak("Catat kepala ini di luar komputer ini; nanti bandingkan dengan: rtl-tracker jejak verifikasi --kepala KEPALA")


def _isi_json(hasil: HasilVerifikasi) -> dict[str, object]:
    return {
        "utuh": hasil.utuh,
        "catatan": hasil.kepala.banyak,
        "kepala": hasil.kepala.hash,
        "putus": [{"nomor": p.nomor, "kalimat": p.kalimat} for p in hasil.putus],
    }
