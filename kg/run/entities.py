"""IRIs and numbers of a store -> the cells of an answer, with the labels of the pack."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from kg.answer.answer import Column, EntityCell, Source
from kg.pack.pack import Names, Pack, Thing

#: Headings of columns that are neither roles nor qualifiers.
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "thing": {"en": "thing", "zh": "事物"},
    "aspect": {"en": "aspect", "zh": "方面"},
    "value": {"en": "value", "zh": "值"},
    "count": {"en": "number", "zh": "数量"},
    "status": {"en": "status", "zh": "状态"},
    "confidence": {"en": "confidence", "zh": "可信度"},
    "source": {"en": "source", "zh": "来源"},
    "date": {"en": "published", "zh": "发布日期"},
    "valid_from": {"en": "from", "zh": "起始"},
    "valid_to": {"en": "to", "zh": "截止"},
}


class Entities:
    """The things of a pack as cells."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def cell(self, iri: str) -> EntityCell:
        """Return the cell of a thing; one that the pack does not know is called by its id."""
        thing = self.pack.things.get(self.pack.short(iri)) or self._elsewhere.get(iri)
        if thing is None:
            id = self.pack.short(iri)
            return EntityCell(id, str(iri), "", {"en": id, "zh": id})
        return EntityCell(thing.id, str(thing.iri), thing.cls, labels(thing.names, thing.id))

    @cached_property
    def _elsewhere(self) -> dict[str, Thing]:
        """The things whose IRIs do not follow from their ids."""
        return {str(thing.iri): thing for thing in self.pack.things.values() if self.pack.short(thing.iri) != thing.id}


def labels(names: Names, fallback: str) -> dict[str, str]:
    """Return the label in each language, and in both languages in any case."""
    found = {lang: words.label for lang, words in names.items()}
    known = found.get("en") or found.get("zh") or next(iter(found.values()), fallback)
    return {"en": known, "zh": known} | found


def source_cell(source: Source) -> EntityCell:
    """Return the cell of a source: it is called by its title."""
    title = source.title or source.id
    return EntityCell(source.id, source.iri, "Source", {"en": title, "zh": title})


def heading(id: str, cls: str | None = None) -> Column:
    """Return a column that is neither a role nor a qualifier."""
    return Column(HEADINGS[id], id, cls)


def plain_number(value: float) -> float | int:
    """Return a number without a fraction as an int: 20000 and not 20000.0."""
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def by_label(cell: EntityCell) -> tuple[str, str]:
    """Return the key by which rows are put in order: the English label, then the id."""
    return (cell.label.get("en", cell.id).casefold(), cell.id)
