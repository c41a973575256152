"""The nouns that flow through the house: documents, the records found in them, residue, findings.

Every place in a document is a Span; its words are always derived from it, so a record cannot misquote.
Numbers are Decimal in base units (2.2万人 is 22000 人).
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple, Self, TypeVar, dataclass_transform


class Span(NamedTuple):
    """A stretch of a document's text: Unicode code points from 0, end exclusive.

    A tuple, not a dataclass: a plan has tens of thousands, and making them took a twentieth of the whole extraction.
    """

    start: int
    end: int

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


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: one span a grid slot; a merged cell's span stands in every slot it covers."""

    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
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


@dataclass(frozen=True, slots=True)
class Document:
    r"""A plan document as one text with `\n` line ends, and what is known of it."""

    name: str
    """The file's stem."""
    text: str
    metadata: Metadata
    tables: tuple[Table, ...] = ()

    def quote(self, span: Span) -> str:
        """Return the words at a span: the only source of words."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in base units (千瓦, 吨/年, 公里)."""

    value: Decimal
    unit: str


class Tag(NamedTuple):
    """A concept given to a record, by notation, and the words of the document that decided; None where none did."""

    notation: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """An administrative place of county level or higher, as written, with its GB/T 2260 code where it is settled."""

    text: str
    code: str | None = None


Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[Kind]) -> type[Kind]:
    """Make a dataclass of records, which the type checker knows as frozen.

    Python's own way to freeze them takes as long as to make them, a thirtieth of the whole extraction.
    """
    return dataclass(unsafe_hash=True, slots=True, kw_only=True)(kind)


@record
class Record:
    """Something that a careful reader finds in a plan."""

    kind: ClassVar[str]
    span: Span
    rule: str
    """The name of the rule that found it."""

    def file(self, **filing: object) -> None:
        """Fill in what it is filed under, which is the last step of making it: nobody else holds it yet.

        A copy with these fields would do too, but took a tenth of the whole extraction.
        """
        for name, value in filing.items():
            setattr(self, name, value)


@record
class Pillar(Record):
    """A numbered section, or a sentence that opens a theme."""

    kind: ClassVar[str] = "pillar"
    level: int
    """1 for 一、 or 第一章, 2 for （一） or 第一节, 3 for a run-in sentence."""
    number: str
    title: str


@record
class Commitment(Record):
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

    def file_under(
        self,
        pillars: tuple[Pillar, ...],
        sectors: tuple[Tag, ...],
        firmness: Tag,
        responsible: tuple[Span, ...],
    ) -> Self:
        """Fill in the same way what all promises are filed under."""
        self.pillars = pillars  # type: ignore[misc]
        self.sectors = sectors  # type: ignore[misc]
        self.firmness = firmness  # type: ignore[misc]
        self.responsible = responsible  # type: ignore[misc]
        return self


@record
class Target(Commitment):
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


@record
class Aim(Commitment):
    """A goal without a number (稳步提升, 完成自治区下达的任务)."""

    kind: ClassVar[str] = "aim"
    indicator: str
    concept: str | None = None


@record
class Project(Commitment):
    """One identifiable construction or investment project, with what is promised for it."""

    kind: ClassVar[str] = "project"
    name: str
    stage: str
    """reserve, preliminary, start, construction, complete or operation."""
    capacity: Quantity | None = None
    investment: Decimal | None = None
    """In 元."""


@record
class Action(Commitment):
    """A promise that has neither number nor building: 建立完善农企利益联结机制."""

    kind: ClassVar[str] = "action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of an indicator table, which its cells share."""

    span: Span
    """The cell of its name."""
    unit: str = ""
    """As its column, the bracket behind its name, the header or the caption prints it; 上年=100 for an index."""
    whole: Span | None = None
    """The cell of the name of the row that 其中 makes it a part of."""
    prices: Span | None = None
    """The words that say its growth to be at comparable prices."""


@record
class Observation(Record):
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


class Residue(NamedTuple):
    """A number or a stage word that no record took, with the reason why not."""

    span: Span
    reason: str
    """Notation of a residue reason; `unexplained` where there is none."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, in text order, and what was left."""

    document: Document
    records: tuple[Record, ...]
    residue: tuple[Residue, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document at their place; span is None where the graph does not give offsets."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
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


@dataclass(frozen=True, slots=True)
class Report:
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
