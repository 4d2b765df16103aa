// The coding task: turns the textarea into an editor and ties Run, Submit, drafts, reset and upload to it.
// Without this script the textarea stays and both buttons work.

import { createEditor } from "../core/vendor/editor.js";
import { keepDrafts } from "./drafts.js";

const form = document.querySelector("form[data-editor]");
const texts = JSON.parse(document.getElementById("editor-texts").textContent);
const starter = JSON.parse(document.getElementById("starter-code").textContent);
const textarea = form.elements.source;
const saved = form.querySelector("[data-saved]");
const help = form.querySelector("[data-help]");
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

const say = (text) => {
  saved.textContent = text;
};
let drafts = null;

const editor = createEditor({
  parent: form.querySelector("[data-frame]"),
  source: textarea.value,
  nonce: form.dataset.nonce,
  phrases: texts.phrases,
  attributes: {
    "aria-labelledby": "source-label",
    "aria-describedby": "editor-help",
    tabindex: "0",
    translate: "no",
    autocapitalize: "off",
    spellcheck: "false",
  },
  keys: {
    "Mod-Enter": () => form.querySelector("[data-run]").click(),
    "Mod-s": () => drafts.save(),
  },
  onChange(source) {
    textarea.value = source;
    form.querySelector("[data-undo-reset]").hidden = true;
    drafts?.changed();
  },
});
textarea.hidden = true;
textarea.removeAttribute("id");
form.querySelector("#source-label").addEventListener("click", () => editor.focus());
help.textContent = isApple ? texts.runs.replaceAll("Ctrl", "⌘") : texts.runs;

drafts = keepDrafts({
  form,
  stored: textarea.defaultValue,
  source: editor.source,
  show: editor.replace,
  say,
  texts,
});

// The language switch puts typed text back by way of the textarea.
textarea.addEventListener("input", () => editor.replace(textarea.value));

const reset = form.querySelector("[data-reset]");
const undo = form.querySelector("[data-undo-reset]");
reset.hidden = false;
reset.addEventListener("click", () => {
  const before = editor.source();
  if (before === starter) return;
  editor.replace(starter);
  undo.hidden = false;
  undo.onclick = () => {
    editor.replace(before);
    undo.hidden = true;
    reset.focus();
  };
  say(texts.reset);
});

const upload = form.querySelector("[data-upload]");
const chooser = upload.querySelector("input");
upload.hidden = false;
chooser.addEventListener("change", async () => {
  const [file] = chooser.files;
  if (!file) return;
  const limit = Number(form.dataset.limitKib);
  if (file.size > limit * 1024) {
    say(texts.tooLarge.replace("%(name)s", file.name).replace("%(limit)s", limit));
  } else {
    const text = (await file.text()).replaceAll("\r\n", "\n");
    if (text.includes("\0") || text.includes("\uFFFD")) {
      say(texts.notText.replace("%(name)s", file.name));
    } else {
      editor.replace(text);
      say(texts.loaded.replace("%(name)s", file.name));
    }
  }
  chooser.value = "";
});

document.addEventListener("dlquiz:errors", ({ detail }) => editor.showErrors(detail));
document.dispatchEvent(new CustomEvent("dlquiz:editor-ready"));
