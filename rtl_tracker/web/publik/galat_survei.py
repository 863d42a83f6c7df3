"""What a citizen reads when a form cannot be taken: never the officers' words, always the way on."""

from flask import Blueprint, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response

from rtl_tracker.usecases.halaman_survei import nama_instansi
from rtl_tracker.web.publik.draf_kue import baca_isian
from rtl_tracker.web.publik.kios import kios_kini
from rtl_tracker.web.publik.tampilan_survei import tampilkan
from rtl_tracker.web.shared.konteks import konteks
from rtl_tracker.web.shared.masuk_kini import hari_ini

TANPA_KUE = (
    "Halaman ini perlu dimuat ulang",
    "Jawaban terakhir belum dapat diterima. Biasanya karena halaman dibuka terlalu lama, atau perangkat ini menolak kuki. "
    "Izinkan kuki untuk alamat ini bila pesan ini muncul lagi. Kuki hanya dipakai selama Anda mengisi dan tidak mengenali Anda.",
)
TANPA_DRAF = (
    "Tidak ada survei yang sedang diisi",
    "Bila Anda baru saja mengirim, jawaban Anda sudah kami terima. Bila belum, mulailah kembali dari halaman unit.",
)
DRAF_LAIN = (
    "Survei ini sudah diganti yang lebih baru",
    "Di perangkat ini sudah dimulai pengisian lain untuk unit yang sama, sehingga halaman yang lama tidak dipakai lagi. "
    "Lanjutkan yang lebih baru, atau mulai lagi dari halaman unit.",
)


def jelaskan(kalimat: tuple[str, str], upp_id: int, status: int, lanjut: bool = False) -> Response:
    """A page with the way on: back to the questionnaire under way when `lanjut`, else to the unit's door."""
    kios = kios_kini(upp_id)
    with konteks().baca() as baca:
        instansi = nama_instansi(baca, hari_ini())
    return tampilkan(
        "survei_pesan.html", kios, status, judul=kalimat[0], kalimat=kalimat[1], instansi=instansi,
        lanjut=url_for("kirim_survei.saran", upp_id=upp_id) if lanjut else "",
        mulai=url_for("survei.unit", upp_id=upp_id) if kios is None else kios.awal,
    )  # fmt: skip


def pasang_galat_survei(bp: Blueprint) -> None:
    """Answer a form without its token in plain words; what was filled in so far is still there."""

    @bp.errorhandler(CSRFError)
    def tanpa_tanda(_galat: CSRFError) -> Response:
        upp_id = int((request.view_args or {})["upp_id"])
        return jelaskan(TANPA_KUE, upp_id, 400, lanjut=baca_isian(upp_id) is not None)
