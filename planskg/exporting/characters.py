"""Characters that XML 1.0 cannot hold, and what stands for them in the formats that are XML or are read like it."""

import re

FORBIDDEN = re.compile(r"[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold; a carriage return would not be read back."""
SPACED = {"zh": "XML 不容的控制字符写作空格", "en": "characters that XML forbids become spaces"}
"""What is lost of words."""


def space_forbidden(text: str) -> str:
    """Return a text with a space for each character that XML forbids."""
    return FORBIDDEN.sub(" ", text)
