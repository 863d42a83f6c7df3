"""Sentences of the Laporan Hasil Tindak Lanjut; every figure comes from the facts."""

from rtl_tracker.domain.pengaturan import DasarRealisasi
from rtl_tracker.formats import bulat, daftar, persen
from rtl_tracker.reports.hasil_tl.fakta import FaktaHasilTl
from rtl_tracker.reports.lembar_rtl.sebutan_rtl import DATA_CONTOH, masa
from rtl_tracker.reports.rancangan import BlokTeks
from rtl_tracker.reports.tahunan.sebutan import awal_banyak, sebut_banyak


def narasi_hasil_tl(f: FaktaHasilTl) -> tuple[BlokTeks, ...]:
    """Every block that has something to say."""
    semua = (
        BlokTeks("pelaksanaan", "Rencana dan Pelaksanaan", _pelaksanaan(f)),
        BlokTeks("hasil", "Hasil Tindak Lanjut", _hasil(f)),
        BlokTeks("belum", "RTL yang Belum Selesai", _belum(f)),
        BlokTeks("penutup", "Penutup", _penutup(f)),
    )
    return tuple(satu for satu in semua if satu.teks)


def _pelaksanaan(f: FaktaHasilTl) -> tuple[str, ...]:
    unsur = f" untuk {sebut_banyak(f.banyak_unsur, 'unsur')}" if f.banyak_unsur else ""
    awal = f"{f.upp.nama} menyusun {sebut_banyak(f.direncanakan, 'RTL')} dari hasil survei {masa(f.tahun, f.periode)}{unsur}."
    if f.dilaporkan is None:
        return (f"{awal} Realisasinya belum dilaporkan, sehingga persentasenya belum dapat dihitung.", *_contoh(f))
    dasar = "yang dilaporkan" if f.pengaturan.dasar_realisasi is DasarRealisasi.DILAPORKAN else "yang terverifikasi"
    return (
        f"{awal} Sampai laporan ini disusun, {bulat(f.selesai)} dilaporkan selesai ({persen(f.dilaporkan)}) "
        f"dan {bulat(f.terverifikasi)} terverifikasi ({persen(f.persen_terverifikasi)}).",
        f"Angka resmi adalah realisasi {dasar}, yaitu {persen(f.resmi)}. RTL terverifikasi adalah RTL selesai yang sudah diperiksa "
        "dan disetujui pihak lain. Jumlah menurut unsur disajikan pada ⟦UNSUR⟧.",
        *_contoh(f),
    )


def _contoh(f: FaktaHasilTl) -> tuple[str, ...]:
    return (DATA_CONTOH,) if f.data_contoh else ()


def _hasil(f: FaktaHasilTl) -> tuple[str, ...]:
    bukti = [
        teks
        for teks, ada in (
            (f"{bulat(f.banyak_gambar)} foto atau gambar", f.banyak_gambar),
            (f"{bulat(f.banyak_lainnya)} berkas lain dan tautan", f.banyak_lainnya),
        )
        if ada
    ]
    kalimat = ["⟦T12⟧ memuat setiap RTL, pelaksanaannya, dan dokumentasinya."]
    kalimat.append(f"Dokumentasi terdiri atas {daftar(bukti)}." if bukti else "Belum ada dokumentasi yang diunggah.")
    if f.selesai_tanpa_bukti:
        kalimat.append(f"{awal_banyak(f.selesai_tanpa_bukti, 'RTL')} dilaporkan selesai tanpa dokumentasi.")
    return (" ".join(kalimat),)


def _belum(f: FaktaHasilTl) -> tuple[str, ...]:
    if not f.belum:
        return ()
    tidak, banyak = f.tidak_dilaksanakan, len(f.belum)
    bagian = "" if not tidak else " dan dinyatakan" if tidak == banyak else f"; {bulat(tidak)} di antaranya dinyatakan"
    kalimat = [f"{awal_banyak(banyak, 'RTL')} belum selesai{bagian}{' tidak dilaksanakan' if tidak else ''}."]
    kalimat.append("Strategi penyelesaian dan target waktunya disajikan pada ⟦T13⟧, dengan nomor yang sama seperti pada ⟦T12⟧.")
    return (" ".join(kalimat),)


def _penutup(f: FaktaHasilTl) -> tuple[str, ...]:
    if f.dilaporkan is None:
        return (
            f"Realisasi {sebut_banyak(f.direncanakan, 'RTL')} belum dilaporkan, sehingga laporan ini baru memuat rencananya.",
        )
    if f.selesai == f.direncanakan:
        menunggu = f.selesai - f.terverifikasi
        akhir = f"{bulat(menunggu)} RTL masih menunggu verifikasi" if menunggu else "seluruhnya sudah terverifikasi"
        return (f"Seluruh RTL dari hasil survei {masa(f.tahun, f.periode)} dilaporkan selesai; {akhir}.",)
    kalimat = [
        f"Dari {sebut_banyak(f.direncanakan, 'RTL')}, {bulat(f.selesai)} selesai dan {bulat(len(f.belum))} belum selesai"
    ]
    kalimat.append(f"; {bulat(f.tanpa_status)} belum dilaporkan." if f.tanpa_status else ".")
    if f.belum:
        kalimat.append(" RTL yang belum selesai diteruskan menurut strategi dan target waktu pada ⟦T13⟧.")
    return ("".join(kalimat),)
