"use strict";
// What may follow the words typed so far; only the last answer to a keystroke is shown.
const question = document.getElementById("question");
let asked = 0;
question.addEventListener("input", async () => {
  const mine = (asked += 1);
  const answer = await fetch(`/complete?q=${encodeURIComponent(question.value)}`);
  const found = answer.ok ? await answer.json() : [];
  if (mine !== asked) return;
  document.getElementById("following").replaceChildren(...found.map((text) => {
    const option = document.createElement("option");
    option.value = text;
    return option;
  }));
});
