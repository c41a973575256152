"""Characters that a terminal, a page or XML cannot show as they are."""

PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: "\u2421"}
UNSEEN = (
    *range(0x80, 0xA0),  # controls that some terminals obey
    *range(0x202A, 0x202F),  # these two turn the direction of what follows
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),  # halves of characters
    0xFFFE,
    0xFFFF,
)
SHOWN = PICTURES | dict.fromkeys(UNSEEN, "\ufffd")


def show(text: str) -> str:
    """Return a text of the same length in which each of them is a character that can be seen."""
    return text.translate(SHOWN)
