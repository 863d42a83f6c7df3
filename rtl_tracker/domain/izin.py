"""May this account do that, and does it reach that unit: one function each, used to refuse and to draw buttons (spec 2.1)."""

from collections.abc import Iterable, Mapping

from rtl_tracker.domain.errors import DomainError
from rtl_tracker.domain.peran import TABEL_PERAN, Izin, Pelaku


class AksesDitolak(DomainError):
    """The role does not allow this."""


class TidakTerjangkau(DomainError):
    """The object does not exist, or not for this account: both say the same."""


def boleh(pelaku: Pelaku, izin: Izin) -> bool:
    """Whether the role of the account has the permission; the program itself has all."""
    return pelaku.peran is None or izin in TABEL_PERAN[pelaku.peran].izin


def periksa_izin(pelaku: Pelaku, izin: Izin) -> None:
    """Raises AksesDitolak when the role lacks the permission."""
    if not boleh(pelaku, izin):
        peran = TABEL_PERAN[pelaku.peran].nama if pelaku.peran is not None else ""
        raise AksesDitolak(f"Akun dengan peran {peran} tidak berwenang melakukan tindakan ini.")


def menjangkau(pelaku: Pelaku, upp_id: int | None) -> bool:
    """Whether the unit is within reach; None (of the instansi itself) needs the reach of all units."""
    return pelaku.jangkauan is None or (upp_id is not None and upp_id in pelaku.jangkauan)


def periksa_jangkauan(pelaku: Pelaku, upp_id: int | None) -> None:
    """Raises TidakTerjangkau when the unit is out of reach."""
    if not menjangkau(pelaku, upp_id):
        raise TidakTerjangkau("Alamat ini tidak ada, atau datanya tidak tersimpan. Periksa kembali alamatnya.")


def periksa_kewenangan(pelaku: Pelaku, izin: Izin, upp_id: int | None) -> None:
    """Permission and reach together. Raises TidakTerjangkau first, so that nothing is learnt of another unit; AksesDitolak."""
    periksa_jangkauan(pelaku, upp_id)
    periksa_izin(pelaku, izin)


def unit_terjangkau(upp_id: int, induk: Mapping[int, int | None]) -> frozenset[int]:
    """The unit and every unit under it. `induk` maps each unit to its parent."""
    anak: dict[int, list[int]] = {}
    for unit, atas in induk.items():
        if atas is not None:
            anak.setdefault(atas, []).append(unit)
    hasil: set[int] = set()
    tumpukan: list[int] = [upp_id]
    while tumpukan:
        kini = tumpukan.pop()
        if kini not in hasil:
            hasil.add(kini)
            tumpukan.extend(anak.get(kini, ()))
    return frozenset(hasil)


def saring_terjangkau(pelaku: Pelaku, upp_id: Iterable[int]) -> list[int]:
    """Those of the units that are within reach, in the given order."""
    return [satu for satu in upp_id if menjangkau(pelaku, satu)]
