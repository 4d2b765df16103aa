// The clock of a quiz. How much is left was said by the server when the page was made; this only counts down from
// there, on a clock that nobody can set. At the end what is typed is sent and the quiz handed in; were this
// script not there, the server would do the same.

const TOLD_AT = [10, 5, 1];
const SENT_BEFORE = 2;

const timer = document.querySelector("[data-timer]");
if (timer) run(timer);

function run(timer) {
  const shown = timer.querySelector("[data-timer-shown]");
  const told = timer.querySelector("[data-timer-told]");
  const begun = performance.now();
  const whole = Number(timer.dataset.seconds);
  let lastTold = Infinity;
  let isOver = false;

  function left() {
    return Math.max(0, whole - (performance.now() - begun) / 1000);
  }

  function tick() {
    const seconds = Math.ceil(left());
    shown.textContent = inWords(seconds);
    const minutes = Math.ceil(seconds / 60);
    if (TOLD_AT.includes(minutes) && minutes < lastTold) {
      lastTold = minutes;
      told.textContent = `${timer.dataset.textLeft} ${minutes}`;
    }
    if (seconds <= 0 && !isOver) end();
  }

  async function end() {
    isOver = true;
    clearInterval(ticking);
    shown.textContent = timer.dataset.textOver;
    const form = document.querySelector("form[data-autosave]");
    if (form) {
      const sent = fetch(form.dataset.saveUrl, { method: "POST", body: new FormData(form), redirect: "error" });
      await Promise.race([sent.catch(() => {}), new Promise((done) => setTimeout(done, SENT_BEFORE * 1000))]);
    }
    document.querySelector("form[data-hand-in]").submit();
  }

  const ticking = setInterval(tick, 500);
  tick();
}

function inWords(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}
