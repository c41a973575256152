"""The one form of each character that has several: full and half width, quotation marks, dashes."""

from typing import Final

WIDTHS: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(old): new
    for old, new in zip(
        ",;:?!()〈〉｡､「」『』〝〞﹪∶–―［］[]﹝﹞〜～−－，；：？！（）",
        "，；：？！（）（）。、“”“”“”%：——〔〕〔〕〔〕~~--，；：？！（）",
        strict=True,
    )
}
"""Every character to the one form that the patterns know; one for one, so that offsets stay."""
