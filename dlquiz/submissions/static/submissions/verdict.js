// The verdict as it comes in: htmx asks for it (see _status.html); this module says it to screen readers, keeps
// asking after a lost connection, and hands errors with a line to the editor.

const texts = JSON.parse(document.getElementById("editor-texts")?.textContent ?? "{}");
const RETRY_AFTER = 3000;

function announce(text) {
  const announcer = document.getElementById("verdict-announcer");
  const plain = text.replace(/\s+/g, " ").trim();
  if (announcer && plain && announcer.textContent !== plain) announcer.textContent = plain;
}

function tell() {
  const status = document.getElementById("submission-status");
  if (!status) return;
  const chip = status.querySelector(".chip")?.textContent ?? "";
  const summary = status.querySelector("[data-announce]")?.textContent ?? "";
  const reason = status.querySelector(".reason__title")?.textContent ?? "";
  announce([chip, summary, reason].filter(Boolean).join(". "));
  const errors = [...status.querySelectorAll("[data-error-line]")].map(({ dataset }) => ({
    line: Number(dataset.errorLine),
    message: dataset.errorText,
  }));
  document.dispatchEvent(new CustomEvent("dlquiz:errors", { detail: errors }));
}

function isStatus(element) {
  return element?.id === "submission-status";
}

function onFailure({ detail }) {
  if (isStatus(detail.elt)) {
    announce(texts.lost ?? "");
    setTimeout(() => document.contains(detail.elt) && window.htmx.trigger(detail.elt, "retry"), RETRY_AFTER);
  } else if (detail.elt.matches("[data-run], [data-submit]")) {
    const answer = document.querySelector("#verdict");
    const line = document.createElement("p");
    line.className = "alert alert--bad";
    line.setAttribute("role", "alert");
    line.textContent = texts.notSent ?? "";
    answer.replaceChildren(line);
  }
}

function onSwap({ detail }) {
  tell();
  // On a phone the verdict lies below the editor: bring its head into view after a press on Run or Submit.
  if (detail.requestConfig?.elt?.matches("[data-run], [data-submit]")) {
    document.getElementById("verdict-title")?.scrollIntoView({ block: "nearest" });
  }
}

document.body.addEventListener("htmx:afterSwap", onSwap);
document.body.addEventListener("htmx:sendError", onFailure);
document.body.addEventListener("htmx:timeout", onFailure);
document.body.addEventListener("htmx:responseError", onFailure);
document.addEventListener("dlquiz:editor-ready", tell);
