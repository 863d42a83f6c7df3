"""Publication sheets, ready for the builder: one, or those of all units in one document."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from rtl_tracker.domain.unsur import lipat
from rtl_tracker.reports.lembar_ikm.fakta import FaktaLembar
from rtl_tracker.reports.lembar_ikm.isi import susun_semua
from rtl_tracker.reports.lembar_ikm.kalimat import sebut_periode
from rtl_tracker.reports.rancangan import Png, Rancangan, Teks
from rtl_tracker.reports.word.elemen import Elemen

TEMPLAT, PENANDA = "lembar-ikm.docx", "lembar"
_HURUF_NAMA = 100


def rancang_lembar(f: FaktaLembar) -> Rancangan:
    """The sheet of the instansi or of one unit."""
    nama = f.unit or f.instansi
    akhir = "instansi" if f.unit is None else "-".join(lipat(f.unit).split())[:_HURUF_NAMA]
    return _rancangan((f,), akhir, f"Lembar IKM {nama} {sebut_periode(f.periode, f.tahun)}")


def rancang_lembar_semua(lembar: Sequence[FaktaLembar], peringatan: tuple[str, ...]) -> Rancangan:
    """The sheets of all units, one a page. `lembar` must not be empty."""
    f = lembar[0]
    return _rancangan(
        tuple(lembar), "semua-unit", f"Lembar IKM semua unit {f.instansi} {sebut_periode(f.periode, f.tahun)}", peringatan
    )


def _rancangan(lembar: tuple[FaktaLembar, ...], akhir: str, judul: str, peringatan: tuple[str, ...] = ()) -> Rancangan:
    f = lembar[0]

    def isi(teks: Teks, png: Png) -> Mapping[str, Sequence[Elemen]]:
        return {PENANDA: susun_semua(lembar)}

    return Rancangan(
        nama_berkas=f"lembar-ikm-{f.periode.value.lower()}-{f.tahun}-{akhir}",
        judul=judul,
        penulis=f.instansi,
        tanggal=datetime.combine(f.selesai, time()),
        templat=TEMPLAT,
        bidang_templat={"judul_laporan": "Lembar IKM", "tahun": str(f.tahun), "nama_instansi": f.instansi},
        blok=(),
        bidang=(),
        grafik=(),
        isi=isi,
        fakta=lembar[0] if len(lembar) == 1 else lembar,
        peringatan=peringatan,
    )
