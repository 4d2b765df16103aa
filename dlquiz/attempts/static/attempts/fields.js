// The fields of an answer as the server keeps them: one text each. Several of one name (boxes, entries of a
// tensor, places) are joined by tabs; gaps, each with a name of its own, become parts of one field too.

const PARTS = "\t";
const GAP = "answer.";

// What a control holds now, and what it held when the page came.
const NOW = { value: (control) => control.value, ticked: (control) => control.checked };
const SENT = { value: sentValue, ticked: (control) => control.defaultChecked };

/** The answer's fields and their texts. */
export function readAnswer(form) {
  return readWith(form, NOW);
}

/** The same as the server sent them, whatever was typed since. */
export function readSent(form) {
  return readWith(form, SENT);
}

function readWith(form, state) {
  const values = {};
  for (const [name, controls] of Object.entries(fieldsOf(form))) values[name] = textOf(controls, state);
  return values;
}

/** Put texts back into the fields that they were read from, and tell whoever shows them in another way. */
export function writeAnswer(form, values) {
  for (const [name, controls] of Object.entries(fieldsOf(form))) {
    const text = values[name] ?? "";
    if (isOne(controls)) controls[0].value = text;
    else controls.forEach((control, place) => fill(control, place, text.split(PARTS)));
  }
  form.dispatchEvent(new CustomEvent("answer-written"));
}

/** Whether two answers are the same text in every field. */
export function sameAnswer(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

/** The answer as a person compares it with another: labels of what was chosen, texts as typed. */
export function shownAnswer(form, values) {
  const lines = Object.entries(fieldsOf(form)).map(([name, controls]) => {
    const text = values[name] ?? "";
    return isOne(controls) ? text : text.split(PARTS).map((part) => labelOf(controls, part)).join("\n");
  });
  return lines.filter(Boolean).join("\n");
}

function fieldsOf(form) {
  const fields = {};
  for (const control of form.elements) {
    const name = control.name.startsWith(GAP) ? "answer" : control.name;
    if (name === "answer" || name === "reason") (fields[name] ??= []).push(control);
  }
  return fields;
}

function isOne(controls) {
  return controls.length === 1 && !isChoice(controls[0]) && !isGap(controls[0]) && !isMany(controls[0]);
}

function isChoice(control) {
  return control.type === "radio" || control.type === "checkbox" || control.localName === "select";
}

function isGap(control) {
  return control.name.startsWith(GAP);
}

// A tensor of one entry is still a tensor.
function isMany(control) {
  return control.closest("[data-tensor]") !== null;
}

function textOf(controls, state) {
  if (isOne(controls)) return state.value(controls[0]);
  const chosen = controls.filter((control) => !isTicked(control) || state.ticked(control));
  const parts = chosen.map((control) => partOf(control, state));
  // The server puts gaps in order by name.
  if (isGap(controls[0])) parts.sort();
  return parts.join(PARTS);
}

function isTicked(control) {
  return control.type === "radio" || control.type === "checkbox";
}

function sentValue(control) {
  if (control.localName !== "select") return isTicked(control) ? control.value : control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

function partOf(control, state) {
  const text = state.value(control).replaceAll(PARTS, " ");
  return isGap(control) ? `${control.name.slice(GAP.length)}=${text}` : text;
}

function fill(control, place, parts) {
  if (isTicked(control)) {
    control.checked = parts.includes(control.value);
  } else if (control.localName === "select") {
    const chosen = [...control.options].find((option) => option.value && parts.includes(option.value));
    control.value = chosen ? chosen.value : control.options[0].value;
  } else if (isGap(control)) {
    const start = `${control.name.slice(GAP.length)}=`;
    control.value = (parts.find((part) => part.startsWith(start)) ?? start).slice(start.length);
  } else {
    control.value = parts[place] ?? "";
  }
}

function labelOf(controls, part) {
  for (const control of controls) {
    const gap = `${control.name.slice(GAP.length)}=`;
    if (isGap(control) && part.startsWith(gap)) return `${control.ariaLabel}: ${part.slice(gap.length)}`;
    if (isTicked(control) && control.value === part) return control.labels[0]?.textContent.trim() ?? part;
    if (control.localName === "select") {
      const option = [...control.options].find((candidate) => candidate.value && candidate.value === part);
      if (option) return `${control.labels[0]?.textContent.trim() ?? ""}: ${option.text}`;
    }
  }
  return part;
}
