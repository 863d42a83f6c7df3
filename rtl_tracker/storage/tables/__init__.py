"""The tables, by room. Names are the glossary's."""

from rtl_tracker.storage.tables.akun import (
    JejakTabel,
    KepalaJejakTabel,
    PenggunaTabel,
    PercobaanMasukTabel,
    SesiTabel,
)
from rtl_tracker.storage.tables.dasar import Base
from rtl_tracker.storage.tables.hasil import (
    HasilTabel,
    HitunganTabel,
    LayananTabel,
    PengaturanTahunTabel,
    ProfilTabel,
    ResponsTabel,
    RiwayatTabel,
    TabulasiTabel,
    TercetakTabel,
    UppTabel,
)
from rtl_tracker.storage.tables.kerja import ImporTabel, PekerjaanTabel
from rtl_tracker.storage.tables.laporan import LogoTabel, SuntinganTabel, TemplatWordTabel, VersiLaporanTabel
from rtl_tracker.storage.tables.pemeriksaan import PenjelasanTemuanTabel
from rtl_tracker.storage.tables.rtl import BuktiTabel, KalenderTabel, PenyampaianTabel, RtlTabel
from rtl_tracker.storage.tables.survei import (
    CacahSurveiTabel,
    JawabanTabel,
    KuesionerTabel,
    MediaPublikasiTabel,
    PemetaanJawabanTabel,
    PublikasiTabel,
    SurveiTabel,
)
from rtl_tracker.storage.tables.tercetak import AngkaTercetakTabel, NaskahTabel, RincianTabel

__all__ = [
    "AngkaTercetakTabel",
    "Base",
    "BuktiTabel",
    "CacahSurveiTabel",
    "HasilTabel",
    "HitunganTabel",
    "ImporTabel",
    "JawabanTabel",
    "JejakTabel",
    "KalenderTabel",
    "KepalaJejakTabel",
    "KuesionerTabel",
    "LayananTabel",
    "LogoTabel",
    "MediaPublikasiTabel",
    "NaskahTabel",
    "PekerjaanTabel",
    "PemetaanJawabanTabel",
    "PengaturanTahunTabel",
    "PenggunaTabel",
    "PenjelasanTemuanTabel",
    "PenyampaianTabel",
    "PercobaanMasukTabel",
    "ProfilTabel",
    "PublikasiTabel",
    "ResponsTabel",
    "RincianTabel",
    "RiwayatTabel",
    "RtlTabel",
    "SesiTabel",
    "SuntinganTabel",
    "SurveiTabel",
    "TabulasiTabel",
    "TemplatWordTabel",
    "TercetakTabel",
    "UppTabel",
    "VersiLaporanTabel",
]
