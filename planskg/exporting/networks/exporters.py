"""The network as formats, with those who read them back."""

from planskg.exporting.characters import SPACED
from planskg.exporting.exporter import Exporter
from planskg.exporting.graphml import verify_graphml, write_graphml
from planskg.exporting.network import CARRIED, FLOATS
from planskg.exporting.networks.dot import write_dot
from planskg.exporting.networks.gexf import verify_gexf, write_gexf
from planskg.exporting.networks.labels import CARRIED as IN_TABLES
from planskg.exporting.networks.neo4j import verify_neo4j, write_neo4j
from planskg.exporting.verifying import verify_nothing

EXPORTERS_OF_NETWORKS = (
    Exporter(
        name="graphml",
        path="network.graphml",
        family="graph",
        chinese="网络图，供 Gephi 等软件",
        english="a network for Gephi and its like",
        write=write_graphml,
        verify=verify_graphml,
        carries=CARRIED,
        losses=(FLOATS, SPACED),
    ),
    Exporter(
        name="gexf",
        path="network.gexf",
        family="graph",
        chinese="带时间的网络图：承诺的起止、项目的阶段，供 Gephi 时间轴",
        english="a network with time for Gephi's timeline: promises by their years, projects by their stages",
        write=write_gexf,
        verify=verify_gexf,
        carries=CARRIED,
        losses=(FLOATS, SPACED),
    ),
    Exporter(
        name="neo4j",
        path="neo4j",
        family="graph",
        chinese="Neo4j 的节点与关系（CSV）及导入脚本",
        english="nodes and relationships for Neo4j as CSV, with a Cypher script that loads them",
        write=write_neo4j,
        verify=verify_neo4j,
        carries=IN_TABLES,
        losses=(
            {
                "zh": "小数在数据库中为二进制浮点数；没有原文各行；并列值中的竖线写作全角",
                "en": "figures are binary fractions in the database; no lines of the texts; a bar in a list is wide",
            },
        ),
    ),
    Exporter(
        name="dot",
        path="network.dot",
        family="graph",
        chinese="Graphviz 网络图，篇章为框",
        english="a network for Graphviz, a box for each pillar",
        write=write_dot,
        verify=verify_nothing,
        carries=CARRIED,
        losses=(FLOATS, {"zh": "控制字符写作空格", "en": "control characters become spaces"}),
    ),
)
