"""The rules of OWL 2 RL/RDF as a table: https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules.

A line is a name, what must hold, ``=>`` and what then holds; ``false`` says that it cannot hold. Names are those of the
specification. ``?x`` is a variable; ``?x != ?y`` leaves out what would say nothing new; ``?l has ?x`` says that the
RDF list ``?l`` has the member ``?x``. The rules whose length is that of a list (cls-int1, prp-spo2, prp-key) are made
from the lists in ``list_rules.py``.

Of the rules on the values of literals there is dt-diff, in ``contradictions.py``: two literals that would have to be one
and are surely two. Left out are dt-type2, dt-eq and dt-not-type.
"""

from __future__ import annotations

#: The rules that say something of what a graph is about.
ORDINARY = """
eq-sym      ?x sameAs ?y  =>  ?y sameAs ?x
eq-trans    ?x sameAs ?y . ?y sameAs ?z . ?x != ?y . ?y != ?z  =>  ?x sameAs ?z
eq-rep-s    ?s sameAs ?t . ?s ?p ?o . ?s != ?t  =>  ?t ?p ?o
eq-rep-p    ?p sameAs ?q . ?s ?p ?o . ?p != ?q  =>  ?s ?q ?o
eq-rep-o    ?o sameAs ?t . ?s ?p ?o . ?o != ?t  =>  ?s ?p ?t
eq-diff1    ?x sameAs ?y . ?x differentFrom ?y  =>  false
eq-diff2    ?a type AllDifferent . ?a members ?l . ?x sameAs ?y . ?x != ?y . ?l has ?x . ?l has ?y  =>  false
eq-diff3    ?a type AllDifferent . ?a distinctMembers ?l . ?x sameAs ?y . ?x != ?y . ?l has ?x . ?l has ?y  =>  false

prp-dom     ?p domain ?c . ?x ?p ?y  =>  ?x type ?c
prp-rng     ?p range ?c . ?x ?p ?y  =>  ?y type ?c
prp-fp      ?p type FunctionalProperty . ?x ?p ?y . ?x ?p ?z . ?y != ?z  =>  ?y sameAs ?z
prp-ifp     ?p type InverseFunctionalProperty . ?x ?p ?z . ?y ?p ?z . ?x != ?y  =>  ?x sameAs ?y
prp-irp     ?p type IrreflexiveProperty . ?x ?p ?x  =>  false
prp-symp    ?p type SymmetricProperty . ?x ?p ?y  =>  ?y ?p ?x
prp-asyp    ?p type AsymmetricProperty . ?x ?p ?y . ?y ?p ?x  =>  false
prp-trp     ?p type TransitiveProperty . ?x ?p ?y . ?y ?p ?z  =>  ?x ?p ?z
prp-spo1    ?p subPropertyOf ?q . ?p != ?q . ?x ?p ?y  =>  ?x ?q ?y
prp-eqp1    ?p equivalentProperty ?q . ?p != ?q . ?x ?p ?y  =>  ?x ?q ?y
prp-eqp2    ?p equivalentProperty ?q . ?p != ?q . ?x ?q ?y  =>  ?x ?p ?y
prp-pdw     ?p propertyDisjointWith ?q . ?x ?p ?y . ?x ?q ?y  =>  false
prp-adp     ?a type AllDisjointProperties . ?a members ?l . ?l has ?p . ?x ?p ?y . ?l has ?q . ?p != ?q . ?x ?q ?y  =>  false
prp-inv1    ?p inverseOf ?q . ?x ?p ?y  =>  ?y ?q ?x
prp-inv2    ?p inverseOf ?q . ?x ?q ?y  =>  ?y ?p ?x
prp-npa1    ?n sourceIndividual ?x . ?n assertionProperty ?p . ?n targetIndividual ?y . ?x ?p ?y  =>  false
prp-npa2    ?n sourceIndividual ?x . ?n assertionProperty ?p . ?n targetValue ?y . ?x ?p ?y  =>  false

cls-nothing2 ?x type Nothing  =>  false
cls-int2    ?c intersectionOf ?l . ?l has ?d . ?x type ?c  =>  ?x type ?d
cls-uni     ?c unionOf ?l . ?l has ?d . ?x type ?d  =>  ?x type ?c
cls-com     ?c complementOf ?d . ?x type ?c . ?x type ?d  =>  false
cls-svf1    ?r someValuesFrom ?c . ?r onProperty ?p . ?x ?p ?y . ?y type ?c  =>  ?x type ?r
cls-svf2    ?r someValuesFrom Thing . ?r onProperty ?p . ?x ?p ?y  =>  ?x type ?r
cls-avf     ?r allValuesFrom ?c . ?r onProperty ?p . ?x type ?r . ?x ?p ?y  =>  ?y type ?c
cls-hv1     ?r hasValue ?y . ?r onProperty ?p . ?x type ?r  =>  ?x ?p ?y
cls-hv2     ?r hasValue ?y . ?r onProperty ?p . ?x ?p ?y  =>  ?x type ?r
cls-maxc1   ?r maxCardinality 0 . ?r onProperty ?p . ?x type ?r . ?x ?p ?y  =>  false
cls-maxc2   ?r maxCardinality 1 . ?r onProperty ?p . ?x type ?r . ?x ?p ?y . ?x ?p ?z . ?y != ?z  =>  ?y sameAs ?z
cls-maxqc1  ?r maxQualifiedCardinality 0 . ?r onProperty ?p . ?r onClass ?c . ?x type ?r . ?x ?p ?y . ?y type ?c  =>  false
cls-maxqc2  ?r maxQualifiedCardinality 0 . ?r onProperty ?p . ?r onClass Thing . ?x type ?r . ?x ?p ?y  =>  false
cls-maxqc3  ?r maxQualifiedCardinality 1 . ?r onProperty ?p . ?r onClass ?c . ?x type ?r . ?x ?p ?y . ?y type ?c . ?x ?p ?z . ?z type ?c . ?y != ?z  =>  ?y sameAs ?z
cls-maxqc4  ?r maxQualifiedCardinality 1 . ?r onProperty ?p . ?r onClass Thing . ?x type ?r . ?x ?p ?y . ?x ?p ?z . ?y != ?z  =>  ?y sameAs ?z
cls-oo      ?c oneOf ?l . ?l has ?x  =>  ?x type ?c

cax-sco     ?c subClassOf ?d . ?c != ?d . ?x type ?c  =>  ?x type ?d
cax-eqc1    ?c equivalentClass ?d . ?c != ?d . ?x type ?c  =>  ?x type ?d
cax-eqc2    ?c equivalentClass ?d . ?c != ?d . ?x type ?d  =>  ?x type ?c
cax-dw      ?c disjointWith ?d . ?x type ?c . ?x type ?d  =>  false
cax-adc     ?a type AllDisjointClasses . ?a members ?l . ?l has ?c . ?x type ?c . ?x type ?d . ?c != ?d . ?l has ?d  =>  false

scm-cls     ?c type Class  =>  ?c subClassOf ?c . ?c equivalentClass ?c
scm-sco     ?c subClassOf ?d . ?d subClassOf ?e . ?c != ?d . ?d != ?e  =>  ?c subClassOf ?e
scm-eqc1    ?c equivalentClass ?d  =>  ?c subClassOf ?d . ?d subClassOf ?c
scm-eqc2    ?c subClassOf ?d . ?d subClassOf ?c  =>  ?c equivalentClass ?d
scm-op      ?p type ObjectProperty  =>  ?p subPropertyOf ?p . ?p equivalentProperty ?p
scm-dp      ?p type DatatypeProperty  =>  ?p subPropertyOf ?p . ?p equivalentProperty ?p
scm-spo     ?p subPropertyOf ?q . ?q subPropertyOf ?r . ?p != ?q . ?q != ?r  =>  ?p subPropertyOf ?r
scm-eqp1    ?p equivalentProperty ?q  =>  ?p subPropertyOf ?q . ?q subPropertyOf ?p
scm-eqp2    ?p subPropertyOf ?q . ?q subPropertyOf ?p  =>  ?p equivalentProperty ?q
scm-dom1    ?p domain ?c . ?c subClassOf ?d  =>  ?p domain ?d
scm-dom2    ?q domain ?c . ?p subPropertyOf ?q  =>  ?p domain ?c
scm-rng1    ?p range ?c . ?c subClassOf ?d  =>  ?p range ?d
scm-rng2    ?q range ?c . ?p subPropertyOf ?q  =>  ?p range ?c
scm-hv      ?r hasValue ?v . ?r onProperty ?p . ?s hasValue ?v . ?s onProperty ?q . ?p subPropertyOf ?q  =>  ?r subClassOf ?s
scm-svf1    ?r someValuesFrom ?c . ?r onProperty ?p . ?s someValuesFrom ?d . ?s onProperty ?p . ?c subClassOf ?d  =>  ?r subClassOf ?s
scm-svf2    ?r someValuesFrom ?c . ?r onProperty ?p . ?s someValuesFrom ?c . ?s onProperty ?q . ?p subPropertyOf ?q  =>  ?r subClassOf ?s
scm-avf1    ?r allValuesFrom ?c . ?r onProperty ?p . ?s allValuesFrom ?d . ?s onProperty ?p . ?c subClassOf ?d  =>  ?r subClassOf ?s
scm-avf2    ?r allValuesFrom ?c . ?r onProperty ?p . ?s allValuesFrom ?c . ?s onProperty ?q . ?p subPropertyOf ?q  =>  ?s subClassOf ?r
scm-int     ?c intersectionOf ?l . ?l has ?d  =>  ?c subClassOf ?d
scm-uni     ?c unionOf ?l . ?l has ?d  =>  ?d subClassOf ?c
"""

#: The rules that say the same of every graph: that a thing is itself, that all is a Thing. Left out unless wanted.
#: (scm-cls-all is the half of the specification's scm-cls that says so.)
UNIVERSAL = """
eq-ref      ?s ?p ?o  =>  ?s sameAs ?s . ?p sameAs ?p . ?o sameAs ?o
prp-ap      =>  label type AnnotationProperty . comment type AnnotationProperty . seeAlso type AnnotationProperty
prp-ap      =>  isDefinedBy type AnnotationProperty . deprecated type AnnotationProperty
prp-ap      =>  versionInfo type AnnotationProperty . priorVersion type AnnotationProperty
prp-ap      =>  backwardCompatibleWith type AnnotationProperty . incompatibleWith type AnnotationProperty
cls-thing   =>  Thing type Class
cls-nothing1 =>  Nothing type Class
dt-type1    =>  PlainLiteral type Datatype . XMLLiteral type Datatype . Literal type Datatype
dt-type1    =>  decimal type Datatype . integer type Datatype . string type Datatype . boolean type Datatype
dt-type1    =>  double type Datatype . float type Datatype . dateTime type Datatype . anyURI type Datatype
scm-cls-all ?c type Class  =>  ?c subClassOf Thing . Nothing subClassOf ?c
"""

#: Rules that hold in OWL 2 by its semantics (https://www.w3.org/TR/owl2-rdf-based-semantics/) and that the tables of
#: the specification do not have: what differs, seen from both sides and through properties. Their names are kg's own. (A property that is a chain of itself twice is
#: transitive: kg-chain-trp, in ``list_rules.py``.)
EXTENDED = """
kg-diff-sym  ?x differentFrom ?y  =>  ?y differentFrom ?x
kg-diff-fp   ?p type FunctionalProperty . ?y differentFrom ?z . ?u ?p ?y . ?v ?p ?z  =>  ?u differentFrom ?v
kg-diff-ifp  ?p type InverseFunctionalProperty . ?u differentFrom ?v . ?u ?p ?y . ?v ?p ?z  =>  ?y differentFrom ?z
kg-diff-pdw  ?p propertyDisjointWith ?q . ?x ?p ?y . ?x ?q ?z  =>  ?y differentFrom ?z
kg-diff-pdw  ?p propertyDisjointWith ?q . ?x ?p ?z . ?y ?q ?z  =>  ?x differentFrom ?y
kg-diff-adp  ?a type AllDisjointProperties . ?a members ?l . ?l has ?p . ?l has ?q . ?p != ?q  =>  ?p propertyDisjointWith ?q
kg-diff-all  ?a type AllDifferent . ?a members ?l . ?l has ?x . ?l has ?y . ?x != ?y  =>  ?x differentFrom ?y
kg-diff-all  ?a type AllDifferent . ?a distinctMembers ?l . ?l has ?x . ?l has ?y . ?x != ?y  =>  ?x differentFrom ?y
kg-reflexive ?p type ReflexiveProperty . ?x type NamedIndividual  =>  ?x ?p ?x
"""
