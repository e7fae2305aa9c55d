"""Small data in, and what every engine must make of it: the same values of ``kg.base.terms``."""

from datetime import date

from kg.base.iris import XSD
from kg.base.terms import Iri, Term, Text

NAMESPACE = "http://example.org/"

#: The object of a triple as N-Quads write it, and the value that comes back.
TERMS: dict[str, tuple[str, Term]] = {
    "iri": (f"<{NAMESPACE}beta>", Iri(NAMESPACE + "beta")),
    "string": ('"plain"', "plain"),
    "english": ('"laser"@en', Text("laser", "en")),
    "chinese": ('"激光器"@zh', Text("激光器", "zh")),
    "language in capitals": ('"laser"@EN', Text("laser", "en")),
    "escapes": (r'"a \"quote\", a \\ and a \n"', 'a "quote", a \\ and a \n'),
    "integer": (f'"7"^^<{XSD}integer>', 7),
    "long": (f'"7"^^<{XSD}long>', 7),
    "double": (f'"2.5"^^<{XSD}double>', 2.5),
    "decimal": (f'"2.5"^^<{XSD}decimal>', 2.5),
    "true": (f'"true"^^<{XSD}boolean>', True),
    "false": (f'"false"^^<{XSD}boolean>', False),
    "date": (f'"2024-03-01"^^<{XSD}date>', date(2024, 3, 1)),
    "no date": (f'"soon"^^<{XSD}date>', "soon"),
    "unknown type": (f'"x"^^<{NAMESPACE}type>', "x"),
}


def quad(object: str) -> bytes:
    """Return one N-Quads line with that object."""
    return f"<{NAMESPACE}acme> <{NAMESPACE}has> {object} .\n".encode()


#: A thousand things: all threes of them are more than any engine lists in the time of a test.
MANY = b"".join(quad(f'"{number}"') for number in range(1000))
ENDLESS = "SELECT ?a ?b ?c WHERE { ?x ?p ?a . ?y ?q ?b . ?z ?r ?c }"

DERIVED = f"<{NAMESPACE}acme> <{NAMESPACE}has> <{NAMESPACE}gamma> <{NAMESPACE}derived> .\n".encode()
EVERYTHING = "SELECT ?o WHERE { ?s ?p ?o }"
