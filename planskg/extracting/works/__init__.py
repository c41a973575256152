"""Lists of works: what names them, what closes them, which stage a clause brings them to."""
