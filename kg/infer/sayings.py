"""What each rule says, in plain English and Chinese: beside the name of the rule wherever a proof is shown."""

from __future__ import annotations

from kg.base.diagnostics import Lang

_TABLE = """
eq-ref       | Everything is the same as itself. | 万物等同于自身。
eq-sym       | If one is the same as the other, the other is the same as the one. | 甲等同于乙，则乙等同于甲。
eq-trans     | What is the same as a thing is the same as whatever that is the same as. | 甲等同于乙、乙等同于丙，则甲等同于丙。
eq-rep-s     | What is said of a thing is said of whatever is the same as it. | 对某物成立的，对等同于它的事物也成立。
eq-rep-p     | What one property says, a property that is the same says too. | 两个属性等同，则其中一个所说的，另一个也说。
eq-rep-o     | What relates to a thing relates to whatever is the same as it. | 与某物有关系的，与等同于它的事物也有该关系。
eq-diff1     | Things that are different cannot be the same. | 不同的事物不能等同。
eq-diff2     | Members of a list of different things cannot be the same. | 互不相同的成员不能等同。
eq-diff3     | Members of a list of different things cannot be the same. | 互不相同的成员不能等同。
prp-ap       | This is an annotation property of RDF or OWL. | 这是RDF或OWL的注释属性。
prp-dom      | Whatever has the property is of its domain. | 具有该属性的事物属于其定义域。
prp-rng      | Whatever is a value of the property is of its range. | 该属性的值属于其值域。
prp-fp       | The property has one value only, so two values are the same. | 该属性只有一个值，故两个值等同。
prp-ifp      | The value belongs to one thing only, so two things that have it are the same. | 该值只属于一个事物，故具有它的两个事物等同。
prp-irp      | Nothing has the property to itself. | 任何事物与自身都没有该关系。
prp-symp     | The property holds both ways. | 该关系是双向的。
prp-asyp     | The property holds one way only. | 该关系只能是单向的。
prp-trp      | The property carries over from step to step. | 该关系可逐级传递。
prp-spo1     | The narrower property implies the broader one. | 子属性成立，则上级属性成立。
prp-spo2     | The chain of properties implies the property. | 属性链成立，则该属性成立。
prp-eqp1     | The two properties say the same. | 两个属性意义相同。
prp-eqp2     | The two properties say the same. | 两个属性意义相同。
prp-pdw      | The two properties exclude each other. | 两个属性互斥。
prp-adp      | The properties of the list exclude each other. | 列表中的属性互斥。
prp-inv1     | The one property is the other, seen from the other side. | 两个属性互为逆关系。
prp-inv2     | The one property is the other, seen from the other side. | 两个属性互为逆关系。
prp-key      | Members of the class that agree on its key are the same. | 该类中键值相同的成员等同。
prp-npa1     | It is stated that this does not hold. | 已声明该关系不成立。
prp-npa2     | It is stated that this value does not hold. | 已声明该值不成立。
cls-thing    | owl:Thing is a class. | owl:Thing是类。
cls-nothing1 | owl:Nothing is a class. | owl:Nothing是类。
cls-nothing2 | owl:Nothing has no members. | owl:Nothing没有成员。
cls-int1     | What is a member of each part is a member of the intersection. | 属于每一部分的，属于其交集。
cls-int2     | A member of the intersection is a member of each part. | 属于交集的，属于每一部分。
cls-uni      | A member of one part is a member of the union. | 属于某一部分的，属于其并集。
cls-com      | Nothing is a member of a class and of its complement. | 任何事物都不能同时属于一个类及其补集。
cls-svf1     | What relates to a member of the class in this way is a member of the restriction. | 与该类某成员有此关系的，属于该限定类。
cls-svf2     | What relates to anything in this way is a member of the restriction. | 与任何事物有此关系的，属于该限定类。
cls-avf      | A member of the restriction relates in this way only to members of the class. | 该限定类成员的此类关系只指向该类成员。
cls-hv1      | Every member of the restriction has the value. | 该限定类的每个成员都有该值。
cls-hv2      | What has the value is a member of the restriction. | 具有该值的，属于该限定类。
cls-maxc1    | A member of the restriction has no such value. | 该限定类的成员没有此属性的值。
cls-maxc2    | A member of the restriction has one such value at most, so two are the same. | 该限定类的成员至多有一个此属性的值，故两个值等同。
cls-maxqc1   | A member of the restriction has no such value of the class. | 该限定类的成员没有属于该类的此属性值。
cls-maxqc2   | A member of the restriction has no such value. | 该限定类的成员没有此属性的值。
cls-maxqc3   | A member of the restriction has one such value of the class at most, so two are the same. | 该限定类的成员至多有一个属于该类的此属性值，故两个值等同。
cls-maxqc4   | A member of the restriction has one such value at most, so two are the same. | 该限定类的成员至多有一个此属性的值，故两个值等同。
cls-oo       | What the class lists is a member of it. | 类所列举的，是其成员。
cax-sco      | A member of the narrower class is a member of the broader one. | 子类的成员也是上级类的成员。
cax-eqc1     | The two classes have the same members. | 两个类的成员相同。
cax-eqc2     | The two classes have the same members. | 两个类的成员相同。
cax-dw       | The two classes have no member in common. | 两个类没有共同成员。
cax-adc      | The classes of the list have no member in common. | 列表中的类没有共同成员。
dt-type1     | This is a datatype of OWL 2 RL. | 这是OWL 2 RL的数据类型。
dt-diff      | The two values would have to be one, and are two. | 两个值本应相同，却不同。
scm-cls      | A class is a subclass of itself. | 类是自身的子类。
scm-cls-all  | Every class lies between owl:Nothing and owl:Thing. | 每个类都介于owl:Nothing与owl:Thing之间。
scm-sco      | A subclass of a subclass is a subclass. | 子类的子类也是子类。
scm-eqc1     | Classes with the same members are subclasses of each other. | 成员相同的类互为子类。
scm-eqc2     | Classes that are subclasses of each other have the same members. | 互为子类的类成员相同。
scm-op       | A property is a subproperty of itself. | 属性是自身的子属性。
scm-dp       | A property is a subproperty of itself. | 属性是自身的子属性。
scm-spo      | A subproperty of a subproperty is a subproperty. | 子属性的子属性也是子属性。
scm-eqp1     | Properties that say the same are subproperties of each other. | 意义相同的属性互为子属性。
scm-eqp2     | Properties that are subproperties of each other say the same. | 互为子属性的属性意义相同。
scm-dom1     | A class that is broader than a domain is a domain. | 定义域的上级类也是定义域。
scm-dom2     | The domain of a property is a domain of its subproperties. | 属性的定义域也是其子属性的定义域。
scm-rng1     | A class that is broader than a range is a range. | 值域的上级类也是值域。
scm-rng2     | The range of a property is a range of its subproperties. | 属性的值域也是其子属性的值域。
scm-hv       | The one restriction is narrower: its property is. | 前一限定类更窄，因其属性更窄。
scm-svf1     | The one restriction is narrower: its class is. | 前一限定类更窄，因其类更窄。
scm-svf2     | The one restriction is narrower: its property is. | 前一限定类更窄，因其属性更窄。
scm-avf1     | The one restriction is narrower: its class is. | 前一限定类更窄，因其类更窄。
scm-avf2     | The one restriction is narrower: its property is broader. | 前一限定类更窄，因其属性更宽。
scm-int      | An intersection is a subclass of each part. | 交集是每一部分的子类。
scm-uni      | Each part is a subclass of the union. | 每一部分是并集的子类。
kg-diff-sym  | If one differs from the other, the other differs from the one. | 甲不同于乙，则乙不同于甲。
kg-diff-fp   | The property has one value only, so things with different values are different. | 该属性只有一个值，故值不同的事物不同。
kg-diff-ifp  | The value belongs to one thing only, so different things have different values. | 该值只属于一个事物，故不同事物的值不同。
kg-diff-pdw  | The two properties exclude each other, so what they join is different. | 两个属性互斥，故所涉事物不同。
kg-diff-adp  | The properties of the list exclude each other. | 列表中的属性互斥。
kg-diff-all  | The members of the list are all different. | 列表中的成员各不相同。
kg-reflexive | Everything has the property to itself. | 每个事物与自身都有该关系。
kg-chain-trp | The property is a chain of itself, so it carries over from step to step. | 该属性是自身的链，故可逐级传递。
"""
_SAYINGS = {
    name.strip(): (en.strip(), zh.strip()) for name, en, zh in (line.split("|") for line in _TABLE.split("\n")[1:-1])
}


def saying(rule: str, lang: Lang) -> str:
    """Return what a rule says, as a sentence.

    >>> saying("cax-sco", "en")
    'A member of the narrower class is a member of the broader one.'
    """
    english, chinese = _SAYINGS[rule]
    return chinese if lang == "zh" else english
