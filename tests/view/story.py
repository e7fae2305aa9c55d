"""A village that bakes: a small pack made by hand, its statements, and answers about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from kg.answer.answer import (
    Advice,
    Answer,
    Assumed,
    Claim,
    Column,
    Coverage,
    EntityCell,
    Row,
    Source,
    Statement,
    ValueCell,
)
from kg.base.terms import Iri
from kg.pack.pack import (
    Atom,
    Choice,
    Class,
    Frame,
    NounReading,
    Pack,
    Qualifier,
    Reading,
    Role,
    Rule,
    Thing,
    Unit,
    Words,
)

NAMESPACE = "https://example.org/village/"
STATUSES = ("fact", "claim", "forecast", "rumour")


def words(english: str, chinese: str, *others: str, hidden: tuple[str, ...] = ()) -> dict[str, Words]:
    return {"en": Words(english, others, hidden), "zh": Words(chinese)}


def role(id: str, english: str, chinese: str, required: bool = True) -> Role:
    return Role(id, Iri(NAMESPACE + id), words(english, chinese), required=required)


def qualifier(id: str, english: str, chinese: str, type: str, **more: object) -> Qualifier:
    return Qualifier(id, Iri(NAMESPACE + id), words(english, chinese), type, **more)  # type: ignore[arg-type]


def frame(id: str, english: str, chinese: str, roles: tuple[Role, ...], **more: object) -> Frame:
    form = "triple" if "predicate" in more else "node"
    return Frame(id, Iri(NAMESPACE + id), words(english, chinese), form, roles, **more)  # type: ignore[arg-type]


DELIVERY = frame(
    "Delivery",
    "delivery",
    "供应",
    (
        role("giver", "supplier", "供应商"),
        role("item", "item", "货品"),
        role("taker", "customer", "客户", required=False),
        role("oven", "oven", "烤炉", required=False),
    ),
    qualifiers=(
        qualifier(
            "stage",
            "stage",
            "阶段",
            "choice",
            choices=(Choice("trial", words("trial", "试供")), Choice("daily", words("daily", "每日"))),
        ),
        qualifier("amount", "amount", "数量", "number", unit="unit", upper="most"),
        qualifier("most", "at most", "上限", "number", unit="unit"),
        qualifier("unit", "unit", "单位", "unit"),
    ),
    readings=(
        Reading("en", "{giver} supplies {item} to {taker} for {oven}"),
        Reading("en", "{giver} delivers {item} to {taker|oven}"),
        Reading("en", "{taker} buys {item} from {giver}"),
        Reading("zh", "{giver}给{taker}为{oven}供应{item}"),
    ),
    nouns=(NounReading("en", "supplier of {item}", "giver"),),
    flow=("giver", "taker"),
)
SHARE = frame(
    "Share",
    "share",
    "份额",
    (role("giver", "supplier", "供应商"), role("item", "item", "货品"), role("taker", "customer", "客户", False)),
    qualifiers=(
        qualifier(
            "basis",
            "basis",
            "口径",
            "choice",
            choices=(
                Choice("income", words("of the supplier's income", "占供应商收入")),
                Choice("market", words("of the market", "占市场")),
            ),
        ),
        qualifier("share", "share", "份额", "number", unit="unit"),
        qualifier("unit", "unit", "单位", "unit"),
    ),
    readings=(
        Reading("en", "{giver} earns {share} from {taker}", (("basis", "income"),)),
        Reading("zh", "{giver}有{share}来自{taker}", (("basis", "income"),)),
    ),
)
RIVALRY = frame(
    "Rivalry",
    "rivalry",
    "竞争",
    (role("one", "competitor", "竞争者"), role("other", "rival", "对手")),
    readings=(
        Reading("en", "{one} competes with {other} against {other}"),
        Reading("zh", "{one}与{other}和{other}竞争"),
    ),
    symmetric=True,
)
SIZE = frame(
    "Size",
    "measure",
    "指标",
    (role("subject", "subject", "对象"),),
    qualifiers=(
        qualifier(
            "measure",
            "measure",
            "指标",
            "choice",
            choices=(Choice("heat", words("heat", "热量")), Choice("loaves", words("loaves", "面包"))),
        ),
        qualifier("value", "value", "数值", "number", unit="unit", upper="value_max"),
        qualifier("value_max", "upper end", "上限", "number", unit="unit"),
        qualifier("unit", "unit", "单位", "unit"),
        qualifier("scope", "scope", "范围", "text"),
    ),
    readings=(
        Reading("en", "{subject} has {measure} of {value}"),
        Reading("zh", "{subject}的{measure}为{value}"),
    ),
)
MAKING = frame(
    "Making",
    "making",
    "制造",
    (role("product", "product", "产品"), role("maker", "maker", "制造者")),
    readings=(Reading("en", "{maker} makes {product}"), Reading("zh", "{maker}制造{product}")),
    predicate=Iri(NAMESPACE + "maker"),
)
OPENING = frame(
    "Opening",
    "opening",
    "开业",
    (role("opener", "opener", "开办者"), role("shop", "shop", "店铺")),
    readings=(Reading("en", "{opener} opens {shop}"), Reading("zh", "{opener}开办{shop}")),
    event=True,
)


def cls(id: str, english: str, chinese: str, *parents: str) -> Class:
    return Class(id, Iri(NAMESPACE + id), words(english, chinese), parents)


def thing(id: str, cls: str, english: str, chinese: str, *others: str, **more: object) -> Thing:
    hidden = more.pop("hidden", ())
    return Thing(id, Iri(NAMESPACE + id), cls, words(english, chinese, *others, hidden=hidden), **more)  # type: ignore[arg-type]


THINGS = (
    thing("firm-mill", "Kind", "mill", "磨坊类"),
    thing("mill", "Firm", "Old Mill", "老磨坊", "the mill", hidden=("MLL",), kinds=("firm-mill",)),
    thing("windmill", "Firm", "Windmill", "风车磨坊"),
    thing("baker", "Firm", "Baker", "面包师"),
    thing("cafe", "Firm", "Café", "咖啡馆"),
    thing("flour", "Good", "flour", "面粉"),
    thing("rye", "Good", "rye flour", "黑麦粉", kinds=("flour",)),
    thing("oven", "Oven", "stone oven", "石炉"),
)

PACK = Pack(
    id="village",
    namespace=NAMESPACE,
    names=words("village", "村庄"),
    classes={
        one.id: one
        for one in (
            cls("Agent", "agent", "主体"),
            cls("Firm", "firm", "商号", "Agent"),
            cls("Good", "good", "货物"),
            cls("Oven", "oven", "烤炉"),
            cls("Kind", "kind of firm", "商号类型"),
        )
    },
    frames={one.id: one for one in (DELIVERY, SHARE, RIVALRY, SIZE, MAKING, OPENING)},
    units={
        "sacks": Unit("sacks", words("sacks", "袋"), "sacks", 1.0),
        "kW": Unit("kW", words("kW", "千瓦"), "power", 1000.0),
        "percent": Unit("percent", words("percent", "%", "%"), "fraction", 1.0),
        "year": Unit("year", words("year", "年"), "calendar year", 1.0),
        "loaves": Unit("loaves", words("loaves", "个"), "loaves", 1.0),
    },
    rules={
        "through-maker": Rule(
            "through-maker",
            Iri(NAMESPACE + "through-maker"),
            words("supply through the maker of the oven", "经由烤炉制造者的供应"),
            Atom("Delivery", ()),
            (),
        )
    },
    things={one.id: one for one in THINGS},
)

GAZETTE = Source(
    "gazette",
    NAMESPACE + "gazette",
    "The mill at work",
    "Village Gazette",
    "A. Scribe",
    "2025-03",
    "https://example.org/gazette",
    "A",
)
GOSSIP = Source("gossip", NAMESPACE + "gossip", "听说", "市集", "", "2026", "http://example.org/gossip", "D", "zh")


def cell(id: str) -> EntityCell:
    one = PACK.things[id]
    return EntityCell(one.id, one.iri, one.cls, {lang: names.label for lang, names in one.names.items()})


def claim(status: str = "fact", source: Source = GAZETTE, confidence: str = "high", id: str = "") -> Claim:
    return Claim(id or f"claim-{source.id}-{status}", source, status, confidence, "facts/deliveries.csv", 2)


def statement(
    id: str,
    frame: str,
    roles: Mapping[str, str],
    *claims: Claim,
    rule: str | None = None,
    premises: tuple[str, ...] = (),
    valid: tuple[str, str] = ("", ""),
    **qualifiers: str | float,
) -> Statement:
    filled = {key: cell(value) for key, value in roles.items()}
    return Statement(id, NAMESPACE + id, frame, filled, qualifiers, *valid, claims, rule, premises)


MILL_FLOUR = statement(
    "d1",
    "Delivery",
    {"giver": "mill", "item": "flour", "taker": "baker"},
    claim(),
    claim("claim", GOSSIP, "low"),
    valid=("2024", ""),
    stage="daily",
    amount=20000.0,
    unit="sacks",
)
MILL_RYE = statement(
    "d2", "Delivery", {"giver": "mill", "item": "rye", "taker": "cafe"}, claim("forecast", confidence="medium")
)
WIND_FLOUR = statement(
    "d3",
    "Delivery",
    {"giver": "windmill", "item": "flour", "taker": "baker", "oven": "oven"},
    claim("rumour", GOSSIP, "low"),
)
MADE = statement("m1", "Making", {"product": "oven", "maker": "baker"})
THROUGH = statement(
    "x1",
    "Delivery",
    {"giver": "mill", "item": "flour", "taker": "baker", "oven": "oven"},
    rule="through-maker",
    premises=("d1", "m1"),
)
RIVALS = statement("r1", "Rivalry", {"one": "mill", "other": "windmill"}, claim("claim"))
HEAT = statement("s1", "Size", {"subject": "oven"}, claim(), measure="heat", value=120.0, unit="kW", scope="at noon")
HEAT_TOO = statement(
    "s2", "Size", {"subject": "oven"}, claim("claim", GOSSIP), measure="heat", value=90.0, value_max=140.0, unit="kW"
)
EARNED = statement(
    "h1",
    "Share",
    {"giver": "mill", "item": "flour", "taker": "baker"},
    claim(),
    basis="income",
    share=40.0,
    unit="percent",
)
MARKET = statement(
    "h2", "Share", {"giver": "mill", "item": "flour"}, claim(), basis="market", share=15.0, unit="percent"
)
OPENED = statement("o1", "Opening", {"opener": "baker", "shop": "cafe"}, claim(), valid=("2023-05", ""))


def column(english: str, chinese: str, role: str = "giver", cls: str | None = "Firm") -> Column:
    return Column({"en": english, "zh": chinese}, role, cls)


def answer(*statements: Statement, lang: str = "en", **more: object) -> Answer:
    """An answer about suppliers that holds these statements."""
    base = Answer(
        question="who supplies the stone oven" if lang == "en" else "谁给石炉供货",
        language=lang,  # type: ignore[arg-type]
        reading={"en": "firms that supply the stone oven", "zh": "给石炉供货的商号"},
        kind="rows",
        columns=(column("supplier", "供应商"),),
        statements={one.id: one for one in statements},
        assumed=Assumed("2026-11-23", None, STATUSES),
        answered_on=date(2026, 11, 23),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def suppliers(lang: str = "en") -> Answer:
    """Two rows: the windmill as a rumour says, the old mill by a rule."""
    return answer(
        MILL_FLOUR,
        WIND_FLOUR,
        MADE,
        THROUGH,
        RIVALS,
        lang=lang,
        rows=(Row((cell("windmill"),), ("d3",)), Row((cell("mill"),), ("x1",), "through-maker")),
        notes=({"en": "One row is derived.", "zh": "一行为推导。"},),
    )


def heat(lang: str = "en") -> Answer:
    """Two sources that differ about a number."""
    return answer(
        HEAT,
        HEAT_TOO,
        lang=lang,
        columns=(column("value", "数值", "value", None), column("scope", "范围", "scope", None)),
        rows=(
            Row((ValueCell(120.0, "kW"), ValueCell("at noon")), ("s1",)),
            Row((ValueCell(90.0, "kW", 140.0), None), ("s2",)),
        ),
    )


def number(value: float | None = 2.0, lang: str = "en") -> Answer:
    return answer(
        MILL_FLOUR,
        WIND_FLOUR,
        lang=lang,
        kind="number",
        number=value,
        rows=(Row((cell("mill"),), ("d1",)), Row((cell("windmill"),), ("d3",))),
    )


def boolean(value: bool | None, lang: str = "en") -> Answer:
    return answer(
        *((MILL_FLOUR,) if value is not None else ()),
        lang=lang,
        kind="boolean",
        boolean=value,
        columns=(),
        coverage=Coverage(4, 3, "Delivery"),
    )


def description(lang: str = "en") -> Answer:
    aspect = EntityCell("note", "urn:note", "Aspect", {"en": "note", "zh": "备注"})
    return answer(
        MILL_FLOUR,
        MILL_RYE,
        RIVALS,
        EARNED,
        lang=lang,
        kind="description",
        columns=(
            column("thing", "对象", "thing"),
            column("aspect", "方面", "aspect"),
            column("value", "内容", "value"),
        ),
        rows=(
            Row((cell("mill"), aspect, ValueCell("older than the village"))),
            Row((cell("mill"), aspect, cell("flour")), ("d1",)),
        ),
    )


def empty(lang: str = "en") -> Answer:
    return answer(
        lang=lang,
        coverage=Coverage(12, 3, "Delivery"),
        advice=(Advice("who supplies flour", 2),),
        truncated="time",
    )


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)
