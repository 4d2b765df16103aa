// Drafts: every change is kept on this device at once and on the server soon after; a lost connection, a reload
// or another device loses nothing. Where device and server differ, the student chooses.

const DEVICE_AFTER = 300;
const SERVER_AFTER = 1500;
const RETRY_AFTER = 5000;

/**
 * Keeps drafts of one task. `form` is the editor's form, `stored` the text that the server gave with the page,
 * `source()` the editor's text, `show(text)` puts one into it, `say(text)` writes the line below, in `texts`.
 */
export function keepDrafts({ form, stored, source, show, say, texts }) {
  const { key, draftUrl } = form.dataset;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  let revision = Number(form.dataset.revision);
  let onServer = stored;
  let savedAt = form.dataset.savedAt;
  // What was sent without an answer: it may have arrived, and is then no one else's version.
  const unanswered = new Set();
  let saving = false;
  let choosing = false;
  let timers = [];

  function time(iso) {
    if (!iso) return "";
    const options = { timeStyle: "short", hourCycle: "h23", timeZone: form.dataset.timeZone };
    return new Intl.DateTimeFormat(document.documentElement.lang, options).format(new Date(iso));
  }

  /** What the editor holds is what the server holds; nothing is said of starter code that was never changed. */
  function sayStored() {
    say(savedAt ? texts.saved.replace("%(time)s", time(savedAt)) : "");
  }

  function keepOnDevice() {
    try {
      localStorage.setItem(key, JSON.stringify({ source: source(), revision, at: new Date().toISOString() }));
    } catch {
      // No room or no permission: the server's copy has to do.
    }
  }

  function body() {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", token);
    data.set("source", source());
    unanswered.add(source());
    data.set("revision", String(revision));
    return data;
  }

  async function save() {
    const sent = source();
    if (saving || choosing) return;
    if (sent === onServer) {
      keepOnDevice();
      sayStored();
      return;
    }
    saving = true;
    let again = SERVER_AFTER;
    say(texts.saving);
    try {
      const answer = await fetch(draftUrl, { method: "POST", body: body(), headers: { Accept: "application/json" } });
      const draft = await answer.json();
      const theirs = draft.source?.replaceAll("\r\n", "\n");
      if (answer.status === 409 && unanswered.has(theirs)) {
        revision = draft.revision;
        onServer = theirs;
        savedAt = draft.saved_at;
        again = 0;
      } else if (answer.status === 409) {
        offerChoice({ ...draft, source: theirs });
      } else if (answer.ok) {
        revision = draft.revision;
        onServer = sent;
        savedAt = draft.saved_at;
        unanswered.clear();
        keepOnDevice();
        sayStored();
      } else {
        // Refused (too large, say): the server tells why; it is kept here and nothing is asked again and again.
        say(draft.message ?? texts.unsaved);
      }
    } catch {
      say(texts.offline);
      again = RETRY_AFTER;
    } finally {
      saving = false;
    }
    if (again !== SERVER_AFTER || source() !== sent) plan(save, again);
  }

  function plan(action, delay) {
    timers.push(setTimeout(action, delay));
  }

  function changed() {
    timers.forEach(clearTimeout);
    timers = [];
    plan(keepOnDevice, DEVICE_AFTER);
    plan(save, SERVER_AFTER);
    if (!choosing) say(texts.unsaved);
  }

  function offerChoice(server, device = { source: source(), at: new Date().toISOString() }) {
    const panel = form.querySelector("[data-choice]");
    choosing = true;
    panel.querySelector("[data-device-time]").textContent = time(device.at);
    const [ours, theirs] = marked(device.source, server.source);
    panel.querySelector("[data-device-source]").replaceChildren(...ours);
    panel.querySelector("[data-server-time]").textContent = time(server.saved_at);
    panel.querySelector("[data-server-source]").replaceChildren(...theirs);
    panel.querySelector("[data-keep-device]").onclick = () => choose(device.source);
    panel.querySelector("[data-keep-server]").onclick = () => choose(server.source);
    panel.hidden = false;
    for (const mark of panel.querySelectorAll("mark")) mark.parentElement.scrollTop = mark.offsetTop - 24;

    function choose(chosen) {
      choosing = false;
      revision = server.revision;
      onServer = server.source;
      savedAt = server.saved_at;
      panel.hidden = true;
      show(chosen);
      changed();
      save();
    }
  }

  function restore() {
    let device = null;
    if (source() !== onServer) {
      // Put back by the browser or by the language switch: newer than anything that was kept.
      changed();
      return;
    }
    try {
      device = JSON.parse(localStorage.getItem(key));
    } catch {
      localStorage.removeItem(key);
    }
    if (!device || device.source === onServer) return;
    if (device.revision === revision) {
      // Written after the last save that reached the server: simply go on with it.
      show(device.source);
      changed();
    } else {
      offerChoice({ source: onServer, revision, saved_at: form.dataset.savedAt }, device);
    }
  }

  function leave() {
    keepOnDevice();
    if (!choosing && source() !== onServer) navigator.sendBeacon(draftUrl, body());
  }

  restore();
  window.addEventListener("online", save);
  window.addEventListener("pagehide", leave);
  return { changed, save };
}

/** Two texts as nodes, with the lines marked that are not the same at the beginning or end of both. */
function marked(one, other) {
  const first = one.split("\n");
  const second = other.split("\n");
  const shorter = Math.min(first.length, second.length);
  let head = 0;
  while (head < shorter && first[head] === second[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && first.at(-1 - tail) === second.at(-1 - tail)) tail += 1;
  return [first, second].map((lines) => {
    const mark = document.createElement("mark");
    mark.textContent = lines.slice(head, lines.length - tail).join("\n");
    const before = lines.slice(0, head).map((line) => `${line}\n`);
    const after = lines.slice(lines.length - tail).map((line) => `\n${line}`);
    return [before.join(""), mark, after.join("")];
  });
}
