"""The argument of an investor's article on AI compute, as ten questions: what speaks for it in the graph, and what against.

``python examples/article.py`` asks in English, ``python examples/article.py zh`` in Chinese. Each row says whether
it is a fact, a claim, a forecast or a rumour; the article itself is but one of the sources.
"""

import sys

import kg

#: What the article argues -> the questions that put it to the test, in English and in Chinese.
ARGUMENT = [
    ("Models grow with scale", ["parameters of GPT-4", "where do sources disagree on parameters"],
     "模型随规模增长", ["GPT-4的参数量", "参数量的来源有哪些分歧"]),
    ("Two network tiers become three", ["what replaces two-tier fat trees", "GPU count of two-tier fat trees"],
     "两层网络变三层", ["什么替代两层胖树网络", "两层胖树网络的GPU数量"]),
    ("Nine optical modules a GPU", ["how many optical modules does an NVL cluster with 576 GPUs need"],
     "1:9", ["576个GPU的NVL集群需要多少光模块"]),
    ("Copper reaches two metres", ["where do sources disagree on the reach of passive copper cables",
                                   "what replaces passive copper cables"],
     "铜缆只到两米", ["无源铜缆的传输距离的来源有哪些分歧", "什么替代无源铜缆"]),
    ("LPO before CPO", ["when does CPO become common", "what does LPO replace"],
     "LPO先于CPO", ["CPO何时普及", "LPO替代什么"]),
    ("Half LPO", ["who develops Half LPO", "competitors of Half LPO"],
     "半LPO", ["谁研发半LPO", "半LPO的竞争对手"]),
    ("Huawei's circle", ["members of Huawei concept stocks", "who supplies Huawei, only facts"],
     "华为的圈子", ["华为概念股的成员", "谁给华为供货,仅限事实"]),
    ("Optics form a cluster; PCB and HBM do not", ["what requires optical modules", "what requires HBM",
                                                   "what requires PCBs"],
     "光模块成集群,PCB和HBM不成", ["什么需要光模块", "什么需要HBM", "什么需要PCB"]),
    ("Yi-Zhong-Tian", ["members of 易中天", "how many companies does Innolight supply"],
     "易中天", ["易中天的成员", "中际旭创给多少家公司供货"]),
    ("Marvell and Innolight", ["how is Marvell related to Innolight", "supply chain from Marvell to Innolight"],
     "Marvell和中际旭创", ["Marvell和中际旭创是什么关系", "从Marvell到中际旭创的供应链"]),
]  # fmt: skip

lang = "zh" if sys.argv[1:] == ["zh"] else "en"
graph = kg.open()
for number, (english, questions, chinese, asked) in enumerate(ARGUMENT, 1):
    print(f"\n{number}. {english if lang == 'en' else chinese}")
    for question in questions if lang == "en" else asked:
        print(f"\n{graph.ask(question)}")
