"""A typed query in, a sentence that reads back as just this query out; where there is none, one that says so."""

from __future__ import annotations

from kg.base.errors import QuestionError
from kg.language.language_of import Lang
from kg.lexicon.lexicon import Lexicon
from kg.pack.pack import Pack
from kg.query.query import Query
from kg.query.say import say
from kg.query.understand import understand

#: So many readings of each relation are tried.
_WORDINGS = 6
#: What follows a sentence that must not be asked as it stands; no question can hold it, so that it is refused.
_MARK = {"en": " [not to be asked in these words]", "zh": "〔这句话不能照原样提问〕"}


def say_faithfully(query: Query, pack: Pack, lexicon: Lexicon, lang: Lang) -> str:
    """Return the canonical sentence where it reads back as the query, else one by other readings of the pack.

    A query that none of them gives back is said by its canonical sentence with a mark: never as another question.
    """
    tried: set[str] = set()
    for wording in range(_WORDINGS):
        text = say(query, pack, lexicon, lang, wording)
        if text not in tried and _gives_back(text, query, pack, lexicon):
            return text
        tried.add(text)
    return say(query, pack, lexicon, lang) + _MARK[lang]


def _gives_back(text: str, query: Query, pack: Pack, lexicon: Lexicon) -> bool:
    try:
        return understand(text, pack, lexicon).query == query
    except QuestionError:
        return False
