"""Word fields (TOC, PAGEREF, REF, SEQ) and runs. All text given here is already escaped."""


def run(teks: str, rpr: str = "") -> str:
    """One run with escaped text."""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{teks}</w:t></w:r>'


def buka_medan(perintah: str, rpr: str = "", kotor: bool = False) -> str:
    """Begin of a field up to where its result starts; `kotor` lets Word compute it when the file is opened."""
    tanda = ' w:dirty="true"' if kotor else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"{tanda}/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {perintah} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def tutup_medan(rpr: str = "") -> str:
    """End of a field."""
    return f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'


def medan(perintah: str, hasil: str, rpr: str = "") -> str:
    """A complete field whose cached result are the runs `hasil`."""
    return buka_medan(perintah, rpr) + hasil + tutup_medan(rpr)


def penanda_buku(nomor: int, nama: str, isi: str) -> str:
    """`isi` between the start and the end of a bookmark."""
    return f'<w:bookmarkStart w:id="{nomor}" w:name="{nama}"/>{isi}<w:bookmarkEnd w:id="{nomor}"/>'
