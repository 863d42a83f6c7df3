"""What a report is made of between the headings of its Word template: plain, frozen values without any Word in them.

In every text `**tebal**` is set in bold, a line feed breaks the line and `⟦kunci⟧` becomes a cross-reference to the caption
of the table or figure with that key ("Tabel 3.4"). Lengths are millimetres, font sizes points.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

GayaParagraf = Literal["isi", "catatan", "sorot"]
GayaBaris = Literal["biasa", "subtotal", "total", "induk"]
Rata = Literal["kiri", "tengah", "kanan"]
WarnaPetak = Literal["tanpa", "terang", "gelap"]

Arsir = Callable[[int, str], str | None]
"""Shading of a cell of an ordinary row: (column from 0, text) -> "RRGGBB" or None for no shading."""


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One paragraph: running text (`isi`), a small remark (`catatan`) or the one large statement of a page (`sorot`).

    `lekat` keeps it on the page of what follows, so that a signature never stands alone.
    """

    teks: str
    gaya: GayaParagraf = "isi"
    lekat: bool = False


@dataclass(frozen=True, slots=True)
class DaftarButir:
    """A bulleted list."""

    butir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DaftarNomor:
    """A numbered list; its numbers begin at 1."""

    butir: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading inside a block, level 2 to 4; its number follows from the headings of the template."""

    tingkat: int
    teks: str

    def __post_init__(self) -> None:
        if not 2 <= self.tingkat <= 4:
            raise ValueError(f"Tingkat judul {self.tingkat} di luar 2 sampai 4: {self.teks!r}")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a table. Widths are scaled down together when their sum exceeds the text width of the page."""

    judul: str
    lebar_mm: float
    rata: Rata = "kiri"


@dataclass(frozen=True, slots=True)
class Baris:
    """One row that is more than its texts.

    Columns in `mulai` begin a cell merged downwards and those in `lanjut` continue it (their text is not shown). `gambar` names,
    by column, the pictures that stand above the text of a cell: their places in the table's own `gambar`.
    """

    sel: tuple[str, ...]
    gaya: GayaBaris = "biasa"
    lanjut: frozenset[int] = frozenset()
    mulai: frozenset[int] = frozenset()
    gambar: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GambarSel:
    """A picture inside a cell (PNG or JPEG) with alternative text, as large as fits into its box."""

    isi: bytes
    alt: str
    lebar_mm: float
    tinggi_mm: float


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; its heading row repeats on every page.

    `baris` is read once, while the file is written, so a generator keeps a long table out of memory. `kepala_atas` is a row of
    (text, number of columns) above the column headings. A table with `judul` gets a numbered caption and a line in the
    list of tables; with `kunci` it can be referred to as well. `gambar` are the pictures that its rows show; they are known
    before the rows are read, because the package lists them.
    """

    kolom: tuple[Kolom, ...]
    baris: Iterable[Baris | tuple[str, ...]]
    kunci: str | None = None
    judul: str | None = None
    kepala_atas: tuple[tuple[str, int], ...] | None = None
    catatan: str | None = None
    ukuran_pt: float = 9
    arsir: Arsir | None = None
    gambar: tuple[GambarSel, ...] = ()

    def __post_init__(self) -> None:
        if not self.kolom:
            raise ValueError(f"Tabel {self.judul!r} tanpa kolom")
        if self.kunci is not None and self.judul is None:
            raise ValueError(f"Tabel {self.kunci!r} dapat dirujuk hanya bila berjudul")
        if self.kepala_atas is not None and sum(rentang for _, rentang in self.kepala_atas) != len(self.kolom):
            raise ValueError(f"Kepala atas tabel {self.judul!r} tidak selebar {len(self.kolom)} kolomnya")


@dataclass(frozen=True, slots=True)
class DuaTabel:
    """Two small tables side by side, each under its own `judul` in bold, without captions."""

    kiri: Tabel
    kanan: Tabel


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture with alternative text; with `judul` it gets a numbered caption below and a line in the list of figures."""

    png: bytes
    lebar_mm: float
    alt: str
    kunci: str | None = None
    judul: str | None = None

    def __post_init__(self) -> None:
        if self.kunci is not None and self.judul is None:
            raise ValueError(f"Gambar {self.kunci!r} dapat dirujuk hanya bila berjudul")


@dataclass(frozen=True, slots=True)
class BarisAngka:
    """A row of large figures, each (figure, label below it)."""

    butir: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not self.butir:
            raise ValueError("Baris angka tanpa angka")


@dataclass(frozen=True, slots=True)
class HalamanBaru:
    """The next element begins on a new page."""


@dataclass(frozen=True, slots=True)
class Tulisan:
    """A paragraph in a style of the template by its name, for sheets with a look of their own."""

    teks: str
    gaya: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo of the document, as large as fits into a square; nothing when the document has none."""

    sisi_mm: float


@dataclass(frozen=True, slots=True)
class Petak:
    """One box of a `Jajar`: paragraphs and pictures below each other, on a fill of the template's table style."""

    lebar_mm: float
    isi: tuple[Tulisan | Gambar | Logo, ...]
    warna: WarnaPetak = "tanpa"


@dataclass(frozen=True, slots=True)
class Jajar:
    """Boxes side by side, at least `tinggi_mm` high, their content in the middle of that height."""

    petak: tuple[Petak, ...]
    tinggi_mm: float

    def __post_init__(self) -> None:
        if not self.petak:
            raise ValueError("Jajar tanpa petak")


Elemen = Paragraf | DaftarButir | DaftarNomor | Judul | Tabel | DuaTabel | Gambar | BarisAngka | HalamanBaru | Tulisan | Jajar
