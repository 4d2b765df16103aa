// Autosave: what is typed is kept on this device at once and on the server soon after. Where another tab saved
// another text, both are shown and the student chooses; nothing is overwritten unseen.

import { readAnswer, readSent, sameAnswer, shownAnswer, writeAnswer } from "./fields.js";

const DEVICE_AFTER = 250;
const SERVER_AFTER = 1200;
const RETRY_AFTER = 5000;

for (const form of document.querySelectorAll("form[data-autosave]")) keepAnswer(form);

function keepAnswer(form) {
  const { key, saveUrl } = form.dataset;
  const revisionField = form.elements.revision;
  const line = form.querySelector("[data-saved]");
  const panel = form.querySelector("[data-conflict]");
  // Not what stands there now: somebody may have typed before this script had come.
  let onServer = readSent(form);
  let choosing = false;
  let closed = false;
  let saving = false;
  let timers = [];

  form.querySelector("[data-plain-save]").hidden = true;

  function read() {
    return readAnswer(form);
  }

  function say(text) {
    line.textContent = text;
  }

  function keepOnDevice() {
    try {
      localStorage.setItem(key, JSON.stringify({ values: read(), revision: Number(revisionField.value) }));
    } catch {
      // No room or no permission: the server's copy has to do.
    }
  }

  function forgetOnDevice() {
    try {
      localStorage.removeItem(key);
    } catch {
      // Then it stays; it is only ever offered, never taken unasked.
    }
  }

  async function save() {
    const sent = read();
    if (saving || choosing || closed || sameAnswer(sent, onServer)) return;
    saving = true;
    say(form.dataset.textSaving);
    try {
      const response = await fetch(saveUrl, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
        redirect: "error",
      });
      if (response.status === 410) {
        closed = true;
        say(form.dataset.textClosed);
      } else if (response.status === 409) {
        offerChoice(await response.json());
      } else if (response.status === 422) {
        // Too long to be kept: said once, kept on this device, not asked again and again.
        onServer = sent;
        keepOnDevice();
        say((await response.json()).message);
      } else if (response.ok) {
        const saved = await response.json();
        revisionField.value = saved.revision;
        onServer = sent;
        forgetOnDevice();
        say(saved.saved);
      } else {
        throw new Error(String(response.status));
      }
    } catch {
      say(form.dataset.textOffline);
      plan(save, RETRY_AFTER);
    } finally {
      saving = false;
    }
    if (!choosing && !closed && !sameAnswer(read(), sent)) plan(save, SERVER_AFTER);
  }

  function plan(action, delay) {
    timers.push(setTimeout(action, delay));
  }

  function changed() {
    timers.forEach(clearTimeout);
    timers = [];
    plan(keepOnDevice, DEVICE_AFTER);
    plan(save, SERVER_AFTER);
    if (!choosing && !closed) say(form.dataset.textUnsaved);
  }

  function offerChoice(server) {
    const here = read();
    const there = server.values;
    if (sameAnswer(there, here)) {
      revisionField.value = server.revision;
      onServer = there;
      return;
    }
    choosing = true;
    say("");
    panel.querySelector("[data-here]").textContent = shownAnswer(form, here);
    panel.querySelector("[data-there]").textContent = shownAnswer(form, there);
    panel.querySelector("[data-keep-here]").onclick = () => choose(read());
    panel.querySelector("[data-keep-there]").onclick = () => choose(there);
    panel.hidden = false;

    function choose(values) {
      choosing = false;
      revisionField.value = server.revision;
      if (!server.isHereOnly) onServer = there;
      panel.hidden = true;
      writeAnswer(form, values);
      if (values === there && !server.isHereOnly) say(server.saved ?? "");
      else save();
    }
  }

  function restore() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(key));
    } catch {
      forgetOnDevice();
    }
    // Kept by an earlier version of this page: one text.
    const values = typeof kept?.answer === "string" ? { answer: kept.answer } : kept?.values;
    if (!values || typeof values !== "object" || sameAnswer(values, onServer)) return;
    const revision = Number(revisionField.value);
    if (!sameAnswer(read(), onServer) && !sameAnswer(read(), values)) {
      // Typed before this script had come, while another text was kept here from before: show both.
      offerChoice({ values, revision, isHereOnly: true });
    } else if (kept.revision === revision) {
      writeAnswer(form, values);
      changed();
    } else {
      // The server's text is newer than what this device still has: show both.
      const server = { values: onServer, revision };
      writeAnswer(form, values);
      offerChoice(server);
    }
  }

  function leave() {
    if (closed || choosing || sameAnswer(read(), onServer)) return;
    keepOnDevice();
    navigator.sendBeacon(saveUrl, new FormData(form));
  }

  restore();
  if (!choosing && !sameAnswer(read(), onServer)) changed();
  form.addEventListener("input", changed);
  form.addEventListener("submit", forgetOnDevice);
  window.addEventListener("online", save);
  window.addEventListener("pagehide", leave);
}
