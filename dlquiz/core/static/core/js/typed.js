// Switching the language loads the page anew. What was typed but not sent is kept for that one load, and so are
// the place on the page and what was unfolded. Passwords, files and hidden fields are never kept.

const KEY = `dlquiz:typed:${location.pathname}`;
const FIELDS = "main :is(input, textarea, select)[name]";
const NEVER = new Set(["password", "file", "hidden", "submit", "button"]);

function fields() {
  return [...document.querySelectorAll(FIELDS)].filter((field) => !NEVER.has(field.type));
}

function keep() {
  const values = fields().map((field) => [
    field.name,
    field.type === "checkbox" || field.type === "radio" ? [field.value, field.checked] : field.value,
  ]);
  const unfolded = [...document.querySelectorAll("main details")].map((details) => details.open);
  sessionStorage.setItem(KEY, JSON.stringify({ values, unfolded, scroll: window.scrollY }));
}

function putBack() {
  const kept = sessionStorage.getItem(KEY);
  if (!kept) return;
  sessionStorage.removeItem(KEY);
  const { values, unfolded, scroll } = JSON.parse(kept);
  const now = fields();
  values.forEach(([name, value], index) => {
    const field = now[index];
    if (!field || field.name !== name) return;
    if (Array.isArray(value)) {
      if (field.value === value[0]) field.checked = value[1];
    } else if (field.value !== value) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  document.querySelectorAll("main details").forEach((details, index) => {
    if (unfolded[index] !== undefined) details.open = unfolded[index];
  });
  window.scrollTo({ top: scroll, behavior: "instant" });
}

export function startTypedKeeping() {
  putBack();
  for (const form of document.querySelectorAll("form[data-keep-typed]")) form.addEventListener("submit", keep);
}
