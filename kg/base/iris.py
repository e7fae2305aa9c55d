"""The namespaces that kg itself uses, and the names of its core vocabulary."""

from __future__ import annotations

from kg.base.terms import Iri

KG = "https://w3id.org/kgask/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"

TYPE = Iri(RDF + "type")
#: Reflexive, transitive "is of the kind": every thing that has or is a kind is of its own kind.
OF_KIND = Iri(KG + "ofKind")
#: The named graph that holds what rules derive; what sources state is in the default graph.
DERIVED_GRAPH = Iri(KG + "derived")
#: The named graph that holds what an ontology implies.
INFERRED_GRAPH = Iri(KG + "inferred")
#: Direct "is a kind of", from the narrower to the broader; a pack may declare it as a triple frame.
BROADER = Iri(SKOS + "broader")
#: The class of things that stand for texts, so that a question can name them.
TEXT_CLASS = Iri("urn:kg:Text")
#: What begins the name of the graph that holds what one file states.
FILE_GRAPH = "file:"
