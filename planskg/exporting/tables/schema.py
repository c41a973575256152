"""Which tables there are and what each column tells: a new property of the graph is one line here.

Each names a column, its headings (Chinese, a bar, English), what it holds, and the path of properties that says it.
"""

from planskg.exporting.tables.columns import Column, Property, Reader, Table, follow
from planskg.exporting.tables.rows import (
    CODE,
    KEY,
    LENGTH,
    LEVEL,
    LINE,
    NAME,
    RANK,
    SCHEME,
    SHORT,
    STATEMENTS,
    in_text,
    in_vocabulary,
    of_class,
    of_line,
    symbol,
    text_lines,
    used,
)
from planskg.graph.terms import DC, DCTERMS, FOAF, GEO, OA, PLAN, PROV, QUDT, RDF, RDFS, SCHEMA, SKOS, WGS84


def said(
    name: str,
    headings: str,
    kind: str,
    *path: Property | Reader,
    many: bool = False,
    refers: str = "",
    scheme: str = "",
) -> Column:
    """Return a column that a path of properties leads to, or that a reader reads."""
    chinese, _, english = headings.partition("|")
    reader = next((each for each in path if isinstance(each, Reader)), None)
    steps = (each for each in path if not isinstance(each, Reader))
    return Column(name, chinese, english, kind, reader or follow(*steps), many, refers, scheme)


ID = said("id", "编号|id", "string", KEY)
DOCUMENT = said("document", "文件|document", "string", DCTERMS.isPartOf, refers="documents")
RULE = said("rule", "规则|rule", "string", PLAN.foundBy, PROV.used, RDFS.label)
PLACED = (
    said("line", "行|line", "integer", LINE),
    said("start", "起|start", "integer", PROV.wasQuotedFrom, OA.hasSelector, OA.start),
    said("end", "止|end", "integer", PROV.wasQuotedFrom, OA.hasSelector, OA.end),
    said("quote", "原文|quote", "text", PROV.wasQuotedFrom, OA.hasSelector, OA.exact),
)
SECTORS = (
    said("sectors", "领域|sectors", "string", PLAN.responsibleSector, many=True, refers="sectors", scheme="sector"),
    said("sector_words", "领域依据|words for the sector", "text", PLAN.sectorWords, many=True),
)
MEASURED = (
    said("indicator", "指标（原文）|indicator as printed", "text", PLAN.indicatorLabel),
    said("concept", "指标|indicator", "string", PLAN.indicator, refers="indicators", scheme="ind"),
)
NUMBERS = (
    said("value", "数值|value", "decimal", QUDT.numericValue),
    said("low", "下限|at least", "decimal", SCHEMA.minValue),
    said("high", "上限|at most", "decimal", SCHEMA.maxValue),
    said("unit", "单位|unit", "string", symbol(QUDT.hasUnit)),
    said("measure", "量度|measure", "string", PLAN.measure, scheme="measure"),
    said("comparator", "比较|comparator", "string", PLAN.comparator, scheme="comparator"),
    said("printed", "原印|as printed", "text", PLAN.printedValue),
    said("resolution", "精度|resolution", "decimal", PLAN.resolution),
    said("binding", "约束性质|binding", "string", PLAN.binding),
)
PROMISED = (
    said("year", "到期年份|year due", "year", PLAN.dueYear),
    said("pillar", "篇章|pillar", "string", PLAN.inPillar, refers="pillars"),
    *SECTORS,
    said("firmness", "力度|firmness", "string", PLAN.firmness, scheme="firmness"),
    said("firmness_words", "力度依据|words for the firmness", "text", PLAN.firmnessWords),
    said("responsible", "责任单位|responsible bodies", "text", PLAN.responsibleBody, many=True),
    said("places", "地点|places", "string", PLAN.atPlace, many=True, refers="places"),
    said("places_unsettled", "未定地点|places that are not settled", "text", PLAN.unsettledPlace, many=True),
    *PLACED,
    said("sentence", "所在句|sentence", "text", PLAN.sentence, OA.hasSelector, OA.exact),
    said("sentence_start", "句起|start of the sentence", "integer", PLAN.sentence, OA.hasSelector, OA.start),
    said("sentence_end", "句止|end of the sentence", "integer", PLAN.sentence, OA.hasSelector, OA.end),
    RULE,
)
TABLES = (
    Table("documents", "文件", "documents", used(FOAF.primaryTopic), (
        ID,
        said("title", "标题|title", "text", DCTERMS.title),
        said("year", "计划年份|plan year", "year", PLAN.planYear),
        said("genre", "文种|genre", "string", PLAN.genre),
        said("number", "文号|document number", "string", DCTERMS.identifier),
        said("issued", "成文日期|date of issue", "date", DCTERMS.issued),
        said("issuer", "发文机关（原文）|issuer as printed", "text", DC.publisher),
        said("government", "发文政府|government", "string", DCTERMS.publisher, RDFS.label),
        said("governs", "所辖地|place governed", "string", DCTERMS.publisher, PLAN.governs, refers="places"),
        said("place", "地区|place", "string", DCTERMS.spatial, refers="places"),
        said("congress", "审议会议|approved by", "text", PLAN.approvedBy),
        said("language", "语言|language", "string", DCTERMS.language),
        said("characters", "字数|characters", "integer", LENGTH),
        said("statements", "陈述数|statements", "integer", STATEMENTS),
    ), frozenset({FOAF.primaryTopic})),
    Table("pillars", "篇章", "pillars", in_text(PLAN.Pillar), (
        ID,
        DOCUMENT,
        said("above", "上级篇章|pillar above", "string", PLAN.subPillarOf, refers="pillars"),
        said("order", "次序|order", "integer", PLAN.order),
        said("level", "层级|level", "integer", PLAN.level),
        said("number", "序号|number", "string", PLAN.number),
        said("ordinal", "序数|ordinal", "integer", PLAN.ordinal),
        said("title", "标题|title", "text", RDFS.label),
        said("theme", "主题|theme", "string", SKOS.broadMatch, scheme="theme"),
        *PLACED,
        RULE,
    ), frozenset({RDF.type})),
    Table("targets", "目标", "targets", in_text(PLAN.Target), (
        ID,
        DOCUMENT,
        *MEASURED,
        *NUMBERS,
        said("since", "起始年份|first year", "year", PLAN.sinceYear),
        said("part_of", "所属总量|part of", "string", PLAN.partOf, refers="targets"),
        *PROMISED,
    ), frozenset({RDF.type})),
    Table("aims", "定性目标", "aims", in_text(PLAN.Aim), (
        ID,
        DOCUMENT,
        *MEASURED,
        said("manner", "方式|manner", "string", PLAN.manner),
        *PROMISED,
    ), frozenset({RDF.type})),
    Table("pledges", "项目承诺", "pledges for projects", in_text(PLAN.ProjectPledge), (
        ID,
        DOCUMENT,
        said("name", "项目名称|name of the project", "text", PLAN.ofProject, RDFS.label),
        said("project", "项目|project", "string", PLAN.ofProject, refers="projects"),
        said("stage", "阶段|stage", "string", PLAN.stage, scheme="stage"),
        said("capacity", "规模|capacity", "decimal", PLAN.capacity, QUDT.numericValue),
        said("capacity_unit", "规模单位|unit of the capacity", "string", symbol(PLAN.capacity, QUDT.hasUnit)),
        said("investment", "投资（元）|investment in yuan", "decimal", PLAN.investment),
        *PROMISED,
    ), frozenset({RDF.type})),
    Table("actions", "举措", "actions", in_text(PLAN.Action), (
        ID,
        DOCUMENT,
        *PROMISED,
    ), frozenset({RDF.type})),
    Table("projects", "项目", "projects", of_class(PLAN.Project), (
        ID,
        said("name", "名称|name", "text", RDFS.label),
        said("places", "地点|places", "string", PLAN.locatedIn, many=True, refers="places"),
    ), frozenset({RDF.type})),
    Table("rows", "指标表行", "rows of indicator tables", in_text(PLAN.Row), (
        ID,
        DOCUMENT,
        said("order", "次序|order", "integer", PLAN.order),
        said("name", "名称|name", "text", RDFS.label),
        said("concept", "指标|indicator", "string", PLAN.indicator, refers="indicators", scheme="ind"),
        said("printed", "原印|as printed", "text", PLAN.printedLabel),
        said("printed_unit", "原印单位|unit as printed", "text", PLAN.printedUnit),
        said("part_of", "所属总量|part of", "string", PLAN.partOf, refers="rows"),
        said("prices", "可比价说明|note on comparable prices", "text", PLAN.comparablePrices, OA.hasSelector, OA.exact),
        *PLACED,
    ), frozenset({RDF.type})),
    Table("observations", "指标表数据", "figures of indicator tables", in_text(PLAN.Observation), (
        ID,
        DOCUMENT,
        said("row", "行|row", "string", PLAN.inRow, refers="rows"),
        *MEASURED,
        said("year", "年份|year", "year", PLAN.year),
        said("series", "口径|series", "string", PLAN.series),
        *NUMBERS,
        said("manner", "方式|manner", "string", PLAN.manner),
        *SECTORS,
        *PLACED,
        RULE,
    ), frozenset({RDF.type})),
    Table("residue", "未录文字", "what no record took", in_text(PLAN.Residue), (
        ID,
        said("document", "文件|document", "string", PROV.wasQuotedFrom, OA.hasSource, refers="documents"),
        said("reason", "缘由|reason", "string", PLAN.residueReason, scheme="residue"),
        *PLACED,
    ), frozenset({RDF.type})),
    Table("places", "地点", "places", of_class(PLAN.Province, PLAN.Prefecture, PLAN.County), (
        said("code", "代码|code", "string", CODE),
        said("name", "名称|name", "text", RDFS.label),
        said("level", "级别|level", "string", LEVEL),
        said("within", "上级|within", "string", GEO.sfWithin, refers="places"),
        said("latitude", "纬度|latitude", "decimal", WGS84.lat),
        said("longitude", "经度|longitude", "decimal", WGS84.long),
    ), frozenset({RDF.type})),
    Table("indicators", "指标", "indicators", used(PLAN.indicator), (
        ID,
        said("name", "名称|name", "text", NAME),
        said("english", "英文名|name in English", "string", in_vocabulary(SKOS.prefLabel, "en")),
        said("unreviewed", "待审|unreviewed", "boolean", PLAN.unreviewed),
    ), frozenset({PLAN.indicator})),
    Table("sectors", "领域", "sectors", used(PLAN.responsibleSector), (
        ID,
        said("name", "名称|name", "text", in_vocabulary(SKOS.prefLabel, "zh")),
        said("english", "英文名|name in English", "string", in_vocabulary(SKOS.prefLabel, "en")),
        said("lead", "牵头部门|lead department", "string", in_vocabulary(PLAN.leadDepartment), many=True),
        said("departments", "配合部门|others that share", "string", in_vocabulary(PLAN.department), many=True),
    ), frozenset({PLAN.responsibleSector})),
    Table("terms", "术语", "terms", used(
        PLAN.measure, PLAN.comparator, PLAN.stage, PLAN.firmness, SKOS.broadMatch, PLAN.residueReason
    ), (
        said("id", "编号|id", "string", SHORT),
        said("vocabulary", "词表|vocabulary", "string", SCHEME),
        said("notation", "代号|notation", "string", KEY),
        said("name", "名称|name", "text", in_vocabulary(SKOS.prefLabel, "zh")),
        said("english", "英文名|name in English", "string", in_vocabulary(SKOS.prefLabel, "en")),
        said("rank", "等级|rank", "integer", RANK),
    )),
    Table("lines", "原文", "lines of the texts", text_lines, (
        said("id", "编号|id", "string", of_line(lambda line: line.key)),
        said("document", "文件|document", "string", of_line(lambda line: line.document), refers="documents"),
        said("line", "行|line", "integer", of_line(lambda line: line.number)),
        said("start", "起|start", "integer", of_line(lambda line: line.span.start)),
        said("end", "止|end", "integer", of_line(lambda line: line.span.end)),
        said("text", "文字|text", "text", of_line(lambda line: line.text)),
    )),
)  # fmt: skip
"""In the order in which a reader needs them."""
CARRIED = frozenset[Property]().union(*(table.carries for table in TABLES))
"""The properties that the tables tell together."""
