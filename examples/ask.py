"""Ask one question in both languages: the same query, the same rows, in the words of the one who asks."""

import kg

graph = kg.open()
for question in ("who supplies HBM to NVIDIA", "谁给英伟达供应HBM"):
    answer = graph.ask(question)
    print(answer.reading[answer.language])
    for row in answer:
        print("-", row.text)
