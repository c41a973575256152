"""The nouns that flow through the house: documents, the records found in them, residue, findings.

Every place in a document is a Span; its words are always derived from it, so a record cannot misquote.
Numbers are Decimal in base units (2.2万人 is 22000 人).
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, dataclass_transform

from msgspec import Struct


@dataclass_transform(frozen_default=True)
class Noun(Struct, frozen=True):
    """A thing of the field: its annotated fields, which never change; equal where they are.

    A plan has thousands; a named tuple takes six times as long to make, a frozen dataclass eight times.
    """


class Span(Noun, order=True):
    """A stretch of a document's text: Unicode code points from 0, end exclusive."""

    start: int
    end: int

    def __iter__(self) -> Iterator[int]:
        """Yield start and end, so that a span unpacks."""
        yield self.start
        yield self.end

    @classmethod
    def checked(cls, start: int, end: int) -> "Span":
        """Return a span that somebody else tells of; raises ValueError where it is none."""
        if not 0 <= start <= end:
            raise ValueError(f"no span: {start}-{end}")
        return cls(start, end)

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return min(self.end, other.end) > max(self.start, other.start)

    def holds(self, other: "Span") -> bool:
        """Tell whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


class Table(Noun):
    """A ruled table: one span a grid slot; a merged cell's span stands in every slot it covers."""

    rows: tuple[tuple[Span, ...], ...]


class Metadata(Noun, kw_only=True):
    """What a document says of itself; None where it does not say."""

    year: int
    title: str | None = None
    number: str | None = None
    """The document number as printed: 克政发〔2023〕5号."""
    issuer: str | None = None
    region: str | None = None
    """GB/T 2260 code, six digits."""
    issued: str | None = None
    """ISO 8601 date."""
    congress: str | None = None
    """The people's congress session that approved it, as printed."""
    genre: str = "annual-plan"
    """annual-plan (国民经济和社会发展计划), work-report (政府工作报告) or five-year-plan (五年规划)."""


class Document(Noun):
    r"""A plan document as one text with `\n` line ends, and what is known of it."""

    name: str
    """The file's stem."""
    text: str
    metadata: Metadata
    tables: tuple[Table, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the words at a span: the only source of words."""
        return self.text[span.start : span.end]


class Quantity(Noun):
    """An amount in base units (千瓦, 吨/年, 公里)."""

    value: Decimal
    unit: str


class Tag(Noun):
    """A concept given to a record, by notation, and the words of the document that decided; None where none did."""

    notation: str
    words: str | None = None


class PlaceMention(Noun):
    """An administrative place of county level or higher, as written, with its GB/T 2260 code where it is settled."""

    text: str
    code: str | None = None


class Record(Noun, kw_only=True):
    """Something that a careful reader finds in a plan."""

    kind: ClassVar[str]
    span: Span
    rule: str
    """The name of the rule that found it."""


class Pillar(Record, kw_only=True):
    """A numbered section, or a sentence that opens a theme."""

    kind: ClassVar[str] = "pillar"
    level: int
    """1 for 一、 or 第一章, 2 for （一） or 第一节, 3 for a run-in sentence."""
    number: str
    title: str


class Commitment(Record, kw_only=True):
    """A promise, with what it is filed under."""

    year: int
    """The year it is due."""
    sentence: Span
    pillars: tuple[Pillar, ...] = ()
    """The headings it stands under, outermost first."""
    sectors: tuple[Tag, ...] = ()
    firmness: Tag | None = None
    places: tuple[PlaceMention, ...] = ()
    responsible: tuple[Span, ...] = ()
    """Organisations that a responsible-unit note (责任单位：…) names for it."""


class Target(Commitment, kw_only=True):
    """One measurable goal, one number."""

    kind: ClassVar[str] = "target"
    indicator: str
    concept: str | None = None
    """Notation of the indicator concept, None where the vocabulary has none."""
    value: Decimal | tuple[Decimal, Decimal]
    """A range is (low, high)."""
    unit: str
    measure: str
    """growth, increment or level."""
    comparator: str
    """ge, le, approx or eq."""
    since: int | None = None
    """First year of the period that an average (年均) covers; its last year is `year`."""
    binding: str | None = None
    """约束性 or 预期性, where the plan's table calls its indicator so."""
    part_of: "Target | None" = None
    """The target that 其中 makes it a part of."""


class Aim(Commitment, kw_only=True):
    """A goal without a number (稳步提升, 完成自治区下达的任务)."""

    kind: ClassVar[str] = "aim"
    indicator: str
    concept: str | None = None


class Project(Commitment, kw_only=True):
    """One identifiable construction or investment project, with what is promised for it."""

    kind: ClassVar[str] = "project"
    name: str
    stage: str
    """reserve, preliminary, start, construction, complete or operation."""
    capacity: Quantity | None = None
    investment: Decimal | None = None
    """In 元."""


class Action(Commitment, kw_only=True):
    """A promise that has neither number nor building: 建立完善农企利益联结机制."""

    kind: ClassVar[str] = "action"


class Row(Noun, kw_only=True):
    """A row of an indicator table, which its cells share."""

    span: Span
    """The cell of its name."""
    unit: str = ""
    """As its column, the bracket behind its name, the header or the caption prints it; 上年=100 for an index."""
    whole: Span | None = None
    """The cell of the name of the row that 其中 makes it a part of."""
    prices: Span | None = None
    """The words that say its growth to be at comparable prices."""


class Observation(Record, kw_only=True):
    """One filled cell of an indicator table."""

    kind: ClassVar[str] = "observation"
    indicator: str
    concept: str | None = None
    year: int
    series: str
    """actual, plan, growth_actual or growth_plan."""
    value: Decimal | tuple[Decimal, Decimal] | None
    """A range is (low, high); None where the cell is words."""
    comparator: str | None
    unit: str
    sectors: tuple[Tag, ...] = ()
    binding: str | None = None
    """约束性 or 预期性, where a column says so."""
    row: Row | None = None


class Residue(Noun):
    """A number or a stage word that no record took, with the reason why not."""

    span: Span
    reason: str
    """Notation of a residue reason; `unexplained` where there is none."""


class Extraction(Noun):
    """All that was found in one document, in text order, and what was left."""

    document: Document
    records: tuple[Record, ...]
    residue: tuple[Residue, ...] = ()


class Quote(Noun):
    """Words of a document at their place; span is None where the graph does not give offsets."""

    text: str
    span: Span | None = None


class Finding(Noun):
    """One fault that a rule found, with the words it is about."""

    rule: str
    severity: str
    """violation, warning or info."""
    message: dict[str, str]
    """By language: zh and en."""
    focus: str
    """IRI of the node."""
    quotes: tuple[Quote, ...] = ()
    """The words of the node."""
    compared: tuple[Quote, ...] = ()
    """The words of what it is compared with."""
    value: str = ""
    """The term that a constraint names as wrong, as N-Triples spell it; empty where it names none."""


class Report(Noun):
    """What checking one graph gave."""

    document: str
    conforms: bool
    focus_nodes: dict[str, int]
    """How many nodes each rule saw; a rule that saw none has proved nothing."""
    findings: tuple[Finding, ...]
    title: str = ""
    text: str = ""
    """The document's text, empty where the graph has none."""
    file: str = ""
    """The file that was checked, as the person named it."""
