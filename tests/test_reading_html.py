"""HTML: pages as government sites print them, tables with merged cells, and pages that mean harm."""

import html
import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import DOCUMENTS
from planskg.errors import UnreadableDocument
from planskg.reading.content import Content
from planskg.reading.html import is_html, read_html
from planskg.reading.html.ruling import Placed, TooManySlots, rule
from planskg.reading.source import Source


def read(page: str | bytes) -> Content:
    return read_html(Source("plan.html", page.encode() if isinstance(page, str) else page))


def lines(page: str | bytes) -> list[str]:
    return read(page).text.splitlines()


def grids(content: Content) -> list[list[list[str]]]:
    return [[[content.text[slot.start : slot.end] for slot in row] for row in table.rows] for table in content.tables]


# -- Pages ---------------------------------------------------------------------------------------------------------

PLAN = """<p>　　2023年主要预期目标：地区生产总值增长<span lang="EN-US">7%</span>左右，
城镇新增就业<b>4000</b>人以上。</p>
<p>&emsp;&emsp;一、推动产业发展</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;加快建设州人民医院新院区，力争年内完工；新建农村公路200公里。</p>"""
PLAN_LINES = [
    "2023年主要预期目标：地区生产总值增长7%左右，城镇新增就业4000人以上。",
    "一、推动产业发展",
    "加快建设州人民医院新院区，力争年内完工；新建农村公路200公里。",
]

TRS = f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="2023年自治州国民经济和社会发展计划"><title>计划_某州人民政府网</title>
<style>.TRS_Editor p{{text-indent:2em}}</style><script>var year = 2023;</script></head><body>
<div class="header"><img src="logo.png"><form action="/s"><input name="q"><button>搜索</button></form></div>
<div class="g-nav"><ul><li><a href="/">首页</a></li><li><a href="/gk">公开</a></li>
<li><a href="/hd">互动</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政务公开</a> &gt; 规划计划</div>
<div class="xxgk"><table class="index-card"><tbody>
<tr><td><b>索 引 号：</b></td><td>010203-2023-00045</td><td><b>主题分类：</b></td><td>国民经济管理</td></tr>
<tr><td><b>发布机构：</b></td><td>某州人民政府办公室</td><td><b>发布日期：</b></td><td>2023年3月1日</td></tr>
<tr><td><b>文　　号：</b></td><td>某政发〔2023〕5号</td><td></td><td></td></tr></tbody></table></div>
<div class="detail"><h1>2023年自治州国民经济和社会发展计划</h1>
<div class="info"><span>来源：州发展改革委</span> <span>浏览次数：128</span>
<span>【字号：<a href="javascript:f(1)">大</a> <a href="javascript:f(2)">中</a> 小】</span>
<a href="javascript:window.print()">打印</a></div>
<div class="TRS_Editor"><style>p{{}}</style>{PLAN}</div>
<div class="share-box">分享到：<a href="#" title="微信"></a></div>
<div class="prev-next"><p>上一篇：<a href="1.html">2022年计划执行情况</a></p><p>下一篇：没有了</p></div></div>
<div class="sider"><h3>相关文件</h3><ul>
<li><a href="2.html">2022年固定资产投资增长15%</a><span>2022-03-01</span></li></ul></div>
<div class="footer"><p>主办：某州人民政府办公室　地址：人民路1号　电话：0900-1234567</p>
<p>某ICP备12345678号-1　公安备案 65000002000001号 网站标识码：6500000001</p></div></body></html>"""
TRS_LINES = [
    "索引号：010203-2023-00045",
    "主题分类：国民经济管理",
    "发布机构：某州人民政府办公室",
    "发布日期：2023年3月1日",
    "文号：某政发〔2023〕5号",
    "2023年自治州国民经济和社会发展计划",
    "来源：州发展改革委",
    *PLAN_LINES,
]

HANWEB = f"""<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312"/>
<meta name="ArticleTitle" content="某县2023年国民经济和社会发展计划"/></head><body>
<div id="top"><a href="/">首页</a> | <a href="/a">走进某县</a> | <a href="/b">公开</a> | <a href="/c">办事</a></div>
<div id="weizhi">您现在的位置：首页 &gt;&gt; 计划总结</div>
<table width="100%" border="0"><tr><td align="center" class="title">某县2023年国民经济和社会发展计划</td></tr>
<tr><td align="center">信息来源：县发改局　发布时间：2023-03-01 08:30　
阅读次数：<script>document.write(1)</script>56次</td></tr>
<tr><td><div id="zoom">{PLAN}</div></td></tr></table>
<div class="xgxx"><b>相关信息</b><ul><li><a href="/1">2022年政府工作报告</a></li></ul></div>
<div><p>主办单位：某县人民政府</p><p>版权所有，未经许可不得转载。 某ICP备05000001号</p></div></body></html>"""
HANWEB_LINES = [
    "某县2023年国民经济和社会发展计划",
    "信息来源：县发改局　发布时间：2023-03-01 08:30",
    *PLAN_LINES,
]

LAYOUT = f"""<HTML><HEAD><TITLE>某市</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=980 ALIGN=center>
<TR><TD COLSPAN=2><A HREF="/">首页</A> <A HREF="/1">新闻</A> <A HREF="/2">公开</A></TD></TR>
<TR><TD WIDTH=200 VALIGN=top><TABLE><TR><TD><A HREF="/3">领导之窗</A><TR><TD><A HREF="/4">机构设置</A>
<TR><TD><A HREF="/5">2022年增长15%以上</A></TABLE></TD>
<TD><CENTER><FONT SIZE=5>某市2023年国民经济和社会发展计划</FONT></CENTER>
{PLAN.replace("p>", "P>")}
<TABLE BORDER=1><TR><TD>指标<TD>单位<TD>2023年计划<TR><TD>粮食产量<TD>万吨<TD>32.2</TABLE>
<P>某市人民政府　2023年2月27日</TD></TR>
<TR><TD COLSPAN=2 ALIGN=center>Copyright &copy; 2010-2023 某市人民政府</TD></TR></TABLE></BODY></HTML>"""
LAYOUT_LINES = [
    "某市2023年国民经济和社会发展计划",
    *PLAN_LINES,
    "指标\t单位\t2023年计划",
    "粮食产量\t万吨\t32.2",
    "某市人民政府　2023年2月27日",
]

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>文档</title>
<!--[if gte mso 9]><xml><o:Author>某人</o:Author><o:Pages>3</o:Pages></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1>
<p class=MsoNormal align=center><b><span lang=EN-US>2023</span><span
style='font-family:宋体'>年国民经济和社会发展计划<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraph><![if !supportLists]><span lang=EN-US>1.<span style='font:7.0pt Times'>&nbsp;&nbsp;
</span></span><![endif]><span>粮食产量达到<span lang=EN-US>32.2</span>万
吨以上，<span lang=EN-US>PM<sub>2.5</sub></span>平均浓度
降至<span lang=EN-US>35</span>微克<span lang=EN-US>/m<sup>3</sup></span>。</span></p>
<table class=MsoNormalTable border=1 cellspacing=0><tr style='height:1cm'><td rowspan=2><p class=MsoNormal>指标<span
lang=EN-US><o:p></o:p></span></p></td><td colspan=2><p>2023<span>年</span></p></td></tr>
<tr><td><p>计划</p></td><td><p>比上年</p><p>增长</p></td></tr>
<tr><td><p>生产总值</p></td><td><p>616.9</p></td><td><p>8%</p></td></tr></table>
<p class=MsoNormal><span style='mso-hide:all;display:none'>批注</span>注：按可比价格计算。</p></div></body></html>"""
WORD_LINES = [
    "2023年国民经济和社会发展计划",
    "1. 粮食产量达到32.2万吨以上，PM2.5平均浓度降至35微克/m³。",
    "指标\t2023年\t",
    "\t计划\t比上年 增长",
    "生产总值\t616.9\t8%",
    "注：按可比价格计算。",
]

PANDOC = """<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="zh" xml:lang="zh">
<head><meta charset="utf-8" /><title>计划</title></head>
<body><header id="title-block-header"><h1 class="title">2023年计划</h1><p class="date">2023年2月</p></header>
<h2 id="一">一、产业</h2><p>新建标准化养殖场20座，改造提升10座<a href="#fn1" class="footnote-ref"
role="doc-noteref"><sup>1</sup></a>。</p><ol type="1"><li>棉花</li><li><p>粮食</p></li></ol>
<section class="footnotes"><hr /><ol><li id="fn1"><p>含续建。</p></li></ol></section></body></html>"""
PANDOC_LINES = [
    "2023年计划",
    "2023年2月",
    "一、产业",
    "新建标准化养殖场20座，改造提升10座¹。",
    "1. 棉花",
    "2. 粮食",
    "1. 含续建。",
]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(TRS, TRS_LINES, id="TRS"),
        pytest.param(HANWEB.encode("gb18030"), HANWEB_LINES, id="Hanweb"),
        pytest.param(LAYOUT.encode("gb18030"), LAYOUT_LINES, id="layout"),
        pytest.param(WORD.encode("gb18030"), WORD_LINES, id="Word"),
        pytest.param(WORD.encode("utf-16"), WORD_LINES, id="UTF-16"),
        pytest.param(PANDOC, PANDOC_LINES, id="pandoc"),
    ],
)
def test_pages(page: str | bytes, expected: list[str]) -> None:
    assert lines(page) == expected


PLAIN = f"""<body><div class="top-menu">首页 | 政务公开 | 互动交流</div>
<div class="content"><h2>某市2023年国民经济和社会发展计划</h2><p>发布时间：2023-03-01　点击量：77</p>{PLAN}
<p>附件：<a href="/a.xls">2023年主要指标.xls</a></p></div>
<div class="related-news">相关文章：2022年政府工作报告；2021年增长8%的计划。</div><div>今日天气 晴 -5℃~3℃</div>
<footer>技术支持：某公司，电话 0900-1234567</footer></body>"""


def test_furniture_without_links() -> None:
    assert lines(PLAIN) == [
        "某市2023年国民经济和社会发展计划",
        "发布时间：2023-03-01",
        *PLAN_LINES,
        "附件：2023年主要指标.xls",
    ]


@pytest.mark.parametrize(
    "wrap",
    [
        "<form id='form1'>{}</form>",
        "<div id='printArea'>{}</div>",
        "<header class='main-header'>{}</header>",
        "<div class='share'><div class='search'>{}</div></div>",
        "<ul><li>{}</li></ul>",
        "<html><body></body></html>{}",
        "<a name='top'>{}</a>",
    ],
)
def test_what_holds_the_words_is_no_furniture(wrap: str) -> None:
    assert lines("<div class=nav><a href='/'>首页</a></div>" + wrap.format(PLAN)) == PLAN_LINES


@pytest.mark.parametrize(
    "suffix", ["", "<p>相关链接</p>", "<p>联系电话：0900-1234567</p>", "<p>当前位置</p><p>扫一扫</p>"]
)
def test_a_bare_page_loses_nothing(suffix: str) -> None:
    assert lines(PLAN + suffix) == [*PLAN_LINES, *re.findall("<p>(.*?)</p>", suffix)]


def test_a_title_that_the_page_does_not_print() -> None:
    page = '<meta name="ArticleTitle" content="某县2023年计划">' + PLAN
    assert lines(page) == ["某县2023年计划", *PLAN_LINES]
    assert lines(page + "<h1>某县 2023年计划</h1>")[-1] == "某县 2023年计划"
    assert lines(page + "<h1>某县 2023年计划</h1>")[0] == PLAN_LINES[0]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>20<span>23</span>年</p>", ["2023年"]),
        ("<p>一<br>二<br/><br/>三</p>", ["一", "二", "三"]),
        ("<p>新建\n  公路\n\t200公里</p>", ["新建公路200公里"]),
        ("<p>GDP growth\nof 7%</p>", ["GDP growth of 7%"]),
        ("<p>增长&nbsp;7&#8203;%\xad</p>", ["增长 7%"]),
        ("<p>一<div>二</div>三", ["一", "二", "三"]),
        ("<DIV>一<P>二<P>三</DIV>四", ["一", "二", "三", "四"]),
        ("<h1>题</h1>文<blockquote>引</blockquote>", ["题", "文", "引"]),
        ("<pre>指标\n  产值  7\n</pre>", ["指标", "产值  7"]),
        ("<p>一<!-- 注 -->二<script>三</script><style>四</style><noscript>五</noscript></p>", ["一二"]),
        ("<p>一<span style='DISPLAY: none'>二</span><b hidden>三</b>四</p>", ["一四"]),
        ("<p>一&lt;二&amp;三&#9312;&nosuch;</p>", ["一<二&三①&nosuch;"]),
        ("<p>一&#1;二&#x7f;三&#x2028;四</p>", ["一 二 三四"]),
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]),
        ("<ol><li>甲<ol type=a><li>子<li>丑</ol><li>乙</ol>", ["1. 甲", "a. 子", "b. 丑", "2. 乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
        ("<ol><li>（一）甲<li><p>乙</p><p>丙</p></ol>", ["（一）甲", "2. 乙", "丙"]),
        ("<ol><li></li></ol>丁", ["丁"]),
        ("<p>5000人<sup><a href='#1'>[1]</a></sup>，CO<sub>2</sub>、km<sup>2</sup></p>", ["5000人[1]，CO2、km²"]),
        ("<dl><dt>文号<dd>某政发〔2023〕5号</dl>", ["文号", "某政发〔2023〕5号"]),
        ("<p>一<o:p></o:p><st1:chsdate>2023年</st1:chsdate></p>", ["一2023年"]),
        ("<p>一<![CDATA[x]]>二<?php echo 1 ?>三", ["一二三"]),
    ],
)
def test_words(page: str, expected: list[str]) -> None:
    assert lines(page) == expected


# -- Tables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<table><tr><td>甲<td>乙<tr><td>1<td>2</table>", [["甲", "乙"], ["1", "2"]]),
        ("<TABLE><TR><TD ROWSPAN=2>甲<TD>乙<TR><TD>2</TABLE>", [["甲", "乙"], ["甲", "2"]]),
        ("<table><tr><td colspan=2>甲<tr><td>1<td>2</table>", [["甲", "甲"], ["1", "2"]]),
        (
            "<table><tr><td colspan=2 rowspan=2>甲<td>乙<tr><td>丙<tr><td>1<td>2<td>3</table>",
            [["甲", "甲", "乙"], ["甲", "甲", "丙"], ["1", "2", "3"]],
        ),
        ("<table><tr><td>甲<td>乙<td>丙<tr><td>1</table>", [["甲", "乙", "丙"], ["1", "", ""]]),
        ("<table><tr><td>甲<td>乙<tr><td>&nbsp;<td><tr><td>1<td>2</table>", [["甲", "乙"], ["1", "2"]]),
        ("<table><tr><td rowspan=0>甲<td>乙<tr><td>1<tr><td>2</table>", [["甲", "乙"], ["甲", "1"], ["甲", "2"]]),
        ("<table><tr><td colspan=99>甲<td>乙<tr><td>1<td>2</table>", None),
        (
            "<table><tfoot><tr><td>计<td>3</tfoot><thead><tr><th>甲<th>乙</thead><tbody><tr><td>1<td>2</table>",
            [["甲", "乙"], ["1", "2"], ["计", "3"]],
        ),
        (
            "<table><thead><tr><th rowspan=9>甲<th>乙</thead><tr><td>1<td>2</table>",
            [["甲", "乙"], ["1", "2"]],
        ),
        ("<table><tr><td>甲<td>乙<tr><td><p>1<p>2<td>3<br>4</table>", [["甲", "乙"], ["1 2", "3 4"]]),
        (
            "<table><tr><td><table><tr><td>甲<td>乙<tr><td>1<td>2</table></table>",
            [["甲", "乙"], ["1", "2"]],
        ),
        ("<table><tr><td>甲<tr><td>乙</table>", None),
        ("<table><tr><td>甲<td>乙</table>", None),
        (f"<table><tr><td>甲<td>乙<tr><td><td>{'发展经济。' * 9}<br>改善民生。</table>", None),
        (
            f"<table><tr><th>任务<th>措施<tr><td>增收<td>{'发展经济。' * 9}</table>",
            [["任务", "措施"], ["增收", "发展经济。" * 9]],
        ),
    ],
)
def test_tables(page: str, expected: list[list[str]] | None) -> None:
    content = read("<p>前</p>" + page + "后")
    if expected is None:
        assert (content.text[0], content.text[-2]) == ("前", "后")
        return
    assert grids(content) == [expected]
    assert content.text.splitlines()[0::1][-1] == "后"


def test_a_layout_table_is_read_as_it_flows() -> None:
    assert lines("<table><tr><td>甲<td>乙<td>丙</table>") == ["甲", "乙", "丙"]
    assert lines("<table><tr><td>甲<tr><td>乙<br>丙</table>") == ["甲", "乙", "丙"]
    assert read("<table><tr><td>甲<tr><td>乙</table>").tables == ()


def test_what_stands_beside_the_cells() -> None:
    page = "<table><caption>表1（单位：万元）</caption><tr><td>甲<td>乙</tr>散文<tr><td>1<td>2</table>"
    assert lines(page) == ["表1（单位：万元）", "散文", "甲\t乙", "1\t2"]


spans = st.integers(min_value=0, max_value=4)
cells = st.builds(Placed, st.sampled_from(["", " ", "甲", "7"]), spans, spans)


@given(st.lists(st.lists(cells, max_size=5), max_size=6))
@example([[Placed("甲", 2, 2), Placed("乙", 1, 2)], [], [Placed("丙", 9, 9)]])
def test_each_slot_is_covered_once(rows: list[list[Placed]]) -> None:
    grid = rule(rows, 1000)
    assert len({len(row) for row in grid.rows}) <= 1
    assert len(grid.rows) == sum(any(placed.words.strip() for placed in row) for row in rows)
    found = {cell for row in grid.rows for cell in row}
    words = sorted(placed.words for row in rows for placed in row if placed.words.strip())
    assert sorted(cell.words for cell in found if cell.words.strip()) == words


def test_a_span_out_of_all_bounds() -> None:
    assert len(rule([[Placed("甲", 10**9, 10**9)], [Placed("乙"), Placed("丙")]], 5000).rows[0]) == 1002
    with pytest.raises(TooManySlots):
        rule([[Placed("甲", 10**9, 10**9)]] * 5000, 5000)


# -- The project's own plan ----------------------------------------------------------------------------------------

ROWS = [
    '<td rowspan="2">指标名称</td><td rowspan="2">计算单位</td><td rowspan="2">2021年实际</td>'
    '<td colspan="2">2022年</td><td colspan="2">2023年</td>',
    "<td>实际数</td><td>比2021年增长%</td><td>计划数</td><td>比2022年增长%</td>",
    "<td>粮食产量</td><td>万吨</td><td>30.08</td><td>30.27</td><td>0.6</td><td>32.2</td><td>4.8</td>",
]


def test_a_copy_of_a_plan() -> None:
    text = (DOCUMENTS / "kizilsu-2023.txt").read_text(encoding="utf-8")
    body, _, table = text.partition("\t指标名称")
    paragraphs = [re.sub(" +", " ", line.strip()) for line in body.splitlines() if line.strip()]
    assert table and len(paragraphs) > 30
    page = "".join(f"<p>　　{html.escape(line)}</p>\n" for line in paragraphs)
    content = read(f"<html><body>{page}<table>{''.join(f'<tr>{row}</tr>' for row in ROWS)}</table></body></html>")
    assert content.text.splitlines()[: len(paragraphs)] == paragraphs
    (grid,) = grids(content)
    assert grid[0] == ["指标名称", "计算单位", "2021年实际", "2022年", "2022年", "2023年", "2023年"]
    assert grid[1][:4] == ["指标名称", "计算单位", "2021年实际", "实际数"]
    assert grid[2] == ["粮食产量", "万吨", "30.08", "30.27", "0.6", "32.2", "4.8"]


# -- What cannot be read -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 100_000 + "计划", "nested too deeply"),
        ("<div>" * 5000 + "<table><tr><td>" * 5000 + "计划", "nested too deeply"),
        ("<br>" * 1_500_000, "more than 600000 tags"),
        ("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">计划</p>", "thousands of attributes"),
        ("<p " + 'a="<>" ' * 100_000 + ">计划</p>", "thousands of attributes"),
        ('<!DOCTYPE html [<!ENTITY a "计划"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>', "entities"),
        ("<table>" + "<tr><td colspan=1000 rowspan=65534>计划<td>1" * 5000 + "</table>", "slots"),
        ("<frameset><frame src='a.html'></frameset>", "frames"),
        ("<body><div id='app'></div><script>load()</script></body>", "no text"),
        ("<body><div id='app'>请启用JavaScript后访问</div></body>", "no text"),
        ("<html><head><title>计划</title></head></html>", "no text"),
        ("<!-- 计划 -->", "no text"),
        ("From: <a>\nMIME-Version: 1.0\n\n<p>计划</p>", "MHT"),
        ("<p>计划".encode() + b"\xe5\x9c", "breaks off inside a character.*offset 9"),
        ("<meta charset=gbk><p>地区生产总值".encode("gb18030") + b"\xff\xff</p>", "gb18030.*offset 33"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)
def test_pages_that_cannot_be_read(page: str | bytes, reason: str) -> None:
    begun = time.process_time()
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        read(page)
    assert time.process_time() - begun < 5
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<div>" * 500 + "计划", ["计划"]),
        ("<script>for (i=0;i<n;i++) {" + "a('b');" * 9_000 + "}</script>计划", ["计划"]),
        ("<br>" * 100_000 + "计划", ["计划"]),
        ("<img src='data:image/png;base64," + "A" * 2_000_000 + "'>计划", ["计划"]),
        ("<table><tr><td colspan=1000000000 rowspan=1000000000>计划<tr><td>甲</table>", ["计划", "甲"]),
        ("<p>计\0划" + "发展" * 9, ["计 划" + "发展" * 9]),
        ("<p title='" + "<br>" * 9 + "'>计划", ["计划"]),
        ("</p></table></div>计划<td>甲</td>", ["计划", "甲"]),
    ],
    ids=range(8),
)
def test_odd_pages(page: str, expected: list[str]) -> None:
    begun = time.process_time()
    assert lines(page) == expected
    assert time.process_time() - begun < 5


TAGS = ("p", "div", "table", "tr", "td", "th", "ol", "ul", "li", "sup", "pre", "a", "b", "h1", "thead", "br", "nav")
pieces = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        ["<td colspan=3 rowspan=2>", "<a href='/x'>", "<li value=9>", "<!--", "-->", "<p class=share", ">"]
    ),
    st.text("计划2023。，：\n <&;\0\x0b", max_size=6),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=40))
def test_no_nesting_breaks_the_reader(found: list[str]) -> None:
    try:
        content = read("<p>计划</p>" + "".join(found))
    except UnreadableDocument as error:
        assert "\n" not in str(error)
        return
    assert re.search("[\0-\x08\x0b-\x1f]", content.text) is None
    for table in content.tables:
        assert len({len(row) for row in table.rows}) == 1
        assert all(0 <= slot.start <= slot.end <= len(content.text) for row in table.rows for slot in row)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html><p>", True),
        (b"\xef\xbb\xbf\r\n<HTML>", True),
        (b'<?xml version="1.0"?>\n<!-- saved from url -->\n<html>', True),
        ("<html><body>".encode("utf-16"), True),
        ("<html><body>".encode("utf-16-be"), True),
        (b"<table border=1>", True),
        (b"<div class=TRS_Editor>", True),
        (b"<!-- a -->" * 5000 + b"x", False),
        (b"<!--" * 5000, False),
        ("2023年计划\n<html>".encode(), False),
        ("<2023年计划>".encode(), False),
        (b"<htmlx>", False),
        (b'<?xml version="1.0"?><w:document>', False),
        (b"PK\x03\x04", False),
        (b"", False),
    ],
)
def test_is_html(data: bytes, expected: bool) -> None:
    assert is_html(data) is expected


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense"])
def test_encodings(encoding: str, declared: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head>{PLAN}</html>'
    assert lines(page.replace("\u2003", " ").encode(encoding)) == PLAN_LINES


def test_traditional_characters() -> None:
    page = "<meta charset=big5><p>地區生產總值增長百分之七左右，開工建設水庫、機場等重點項目。</p>"
    assert lines(page.encode("big5")) == ["地區生產總值增長百分之七左右，開工建設水庫、機場等重點項目。"]
