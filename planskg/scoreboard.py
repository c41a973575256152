"""A score as text: the table of figures, and each fault with the sentence that it is about."""

import re

from planskg.agreement import KINDS
from planskg.records import Json
from planskg.scoring import KindScore, Rate, Score

SENTENCE_END = re.compile(r"[。；！？\n]")


def render_table(score: Score) -> str:
    """Return the figures as lines of text: a line a kind, the overall line, then how often each field agreed."""
    lines = [_table_line(kind) for kind in score.kinds]
    lines.append(f"overall found F1 {score.found.f1:.3f} right F1 {score.right.f1:.3f}")
    for kind in score.kinds:
        fields = (f"{field} {agreed}/{judged}" for field, (agreed, judged) in kind.fields.items() if judged)
        lines.append(f"{kind.kind} fields: {', '.join(fields) or 'none judged'}")
    return "\n".join(lines) + "\n"


def _table_line(kind: KindScore) -> str:
    counts = f"want {kind.found.wanted:4} got {kind.found.gotten:4}"
    return f"{kind.kind:12} {counts}  found {_figures(kind.found)}  right {_figures(kind.right)}"


def _figures(rate: Rate) -> str:
    return f"P {rate.precision:.3f} R {rate.recall:.3f} F1 {rate.f1:.3f}"


def render_misses(score: Score, text: str | None = None) -> str:
    """Return what was missed, wrong or extra, a line each, with its sentence where the text is given."""
    lines: list[str] = []
    for kind in score.kinds:
        lines += [_miss_line("missed", kind, want, text) for want in kind.missed]
        for row in kind.wrong:
            shown = (f"{field} {row.got.get(field)!s} for {row.want.get(field)!s}" for field in row.fields)
            lines.append(_miss_line("wrong", kind, row.want, text, "; ".join(shown)))
        lines += [_miss_line("extra", kind, got, text) for got in kind.extra]
    return "".join(line + "\n" for line in lines)


def render_comparison(before: Score, after: Score, text: str | None = None) -> str:
    """Return what changed since an earlier run of the same reference: figures by kind, then each fault gone or new."""
    earlier = {kind.kind: kind for kind in before.kinds}
    lines = [_change("overall", before.right, after.right)]
    for kind in after.kinds:
        known = earlier.get(kind.kind)
        if known is None:
            continue
        lines.append(_change(kind.kind, known.right, kind.right))
        old, new = _fault_lines(known, text), _fault_lines(kind, text)
        lines += [f"mended {line}" for key, line in old.items() if key not in new]
        lines += [f"broken {line}" for key, line in new.items() if key not in old]
    return "".join(line + "\n" for line in lines)


def _change(name: str, before: Rate, after: Rate) -> str:
    return f"{name:12} right F1 {before.f1:.3f} -> {after.f1:.3f} ({after.f1 - before.f1:+.3f})"


def _fault_lines(kind: KindScore, text: str | None) -> dict[str, str]:
    """Return the faults of a kind by what they are about, each as its line."""
    faults = [("missed", want) for want in kind.missed] + [("extra", got) for got in kind.extra]
    faults += [("wrong " + " ".join(row.fields), row.want) for row in kind.wrong]
    lines = [_miss_line(fault, kind, row, text) for fault, row in faults]
    return {line.partition("\n")[0]: line for line in lines}


def _miss_line(fault: str, kind: KindScore, record: Json, text: str | None, faults: str = "") -> str:
    spec = KINDS[kind.kind]
    told = [str(record[key]) for key in (spec.name, "value", *spec.fields) if record.get(key) is not None]
    line = f"{fault:6} {kind.kind} {record['start']}-{record['end']} {' '.join(dict.fromkeys(told))}"
    sentence = f"\n       {mark_sentence(text, record['start'], record['end'])}" if text is not None else ""
    return line + (f" | {faults}" if faults else "") + sentence


def mark_sentence(text: str, start: int, end: int) -> str:
    """Return the sentence that holds a stretch of text, the stretch between 【 and 】."""
    before = SENTENCE_END.split(text[:start])[-1]
    after = SENTENCE_END.search(text, max(start, end - 1))  # the stretch may close the sentence itself
    return f"{before}【{text[start:end]}】{text[end : after.end() if after else len(text)]}".strip()
