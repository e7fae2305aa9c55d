"""Ask who says so: the statements behind a row, their claims, and a list of sources to cite."""

import kg

answer = kg.open().ask("who supplies optical modules to NVL clusters")
print(answer[0].why(), "\n")
print(answer.cite())
