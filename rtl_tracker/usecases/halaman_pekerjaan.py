"""What ordered work is called on pages and in the trail."""

from rtl_tracker.domain.pesanan import JenisKerja, Pesanan

_TAMBAHAN: dict[JenisKerja, str] = {
    JenisKerja.DOKUMEN: "",
    JenisKerja.PAKET: " untuk semua unit",
    JenisKerja.PENGESAHAN: ", pengesahan",
    JenisKerja.PUBLIKASI: ", penerbitan hasil",
}


def nama_pekerjaan(pesanan: Pesanan) -> str:
    """ "Laporan tahunan 2021, pengesahan"; the audit edition and the workbook say so."""
    sifat = " (Excel)" if pesanan.excel else " (edisi pemeriksaan)" if pesanan.pemeriksaan else ""
    return f"{pesanan.permintaan.nama}{_TAMBAHAN[pesanan.kerja]}{sifat}"
