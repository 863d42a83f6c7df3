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
from rtl_tracker.storage.tables.rtl import BuktiTabel, KalenderTabel, PenyampaianTabel, RtlTabel

__all__ = [
    "Base",
    "BuktiTabel",
    "HasilTabel",
    "HitunganTabel",
    "ImporTabel",
    "JejakTabel",
    "KalenderTabel",
    "KepalaJejakTabel",
    "LayananTabel",
    "PekerjaanTabel",
    "PengaturanTahunTabel",
    "PenggunaTabel",
    "PenyampaianTabel",
    "PercobaanMasukTabel",
    "ProfilTabel",
    "ResponsTabel",
    "RiwayatTabel",
    "RtlTabel",
    "SesiTabel",
    "TabulasiTabel",
    "TercetakTabel",
    "UppTabel",
]
