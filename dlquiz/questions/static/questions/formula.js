// Shows a formula as the server reads it, while it is typed; what cannot be read is said in words.

const ASK_AFTER = 350;

for (const output of document.querySelectorAll("[data-formula-preview]")) follow(output);

function follow(output) {
  const field = document.getElementById(output.htmlFor.value);
  let timer;
  let asked = 0;

  async function ask() {
    const turn = ++asked;
    const text = field.value.trim();
    if (!text) {
      output.replaceChildren();
      return;
    }
    const address = `${output.dataset.formulaPreview}?answer=${encodeURIComponent(text)}`;
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      const html = response.ok ? await response.text() : "";
      // An answer to what was typed before comes too late.
      if (turn === asked) output.innerHTML = html;
    } catch {
      // The preview helps; without a connection there is none.
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, ASK_AFTER);
  });
  field.form.addEventListener("answer-written", ask);
  ask();
}
