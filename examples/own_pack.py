"""Ask a pack of one's own: a folder with an ontology, readings and facts, and no code."""

from pathlib import Path

import kg

village = kg.open(Path(__file__).parent / "own_pack")
for question in ("who delivers bread to the inn", "谁给客栈送面包", "what does the mill deliver"):
    answer = village.ask(question)
    print(f"{question}: {', '.join(answer.entities)}")
print(village.ask("who delivers bread to the inn")[0].why())
