// Buttons that move a step up or down. The places stay in the form's selects, which work without scripts.

for (const field of document.querySelectorAll("[data-ordering]")) arrange(field);

function arrange(field) {
  const list = field.querySelector("ol");
  const said = field.querySelector("[data-moved]");
  const form = field.closest("form");
  for (const item of list.children) addButtons(item);
  field.classList.add("ordering--moves");
  form.addEventListener("answer-written", sort);
  // The order that is seen is an answer only once something was moved, or had been saved.
  update();

  function addButtons(item) {
    const buttons = document.createElement("span");
    buttons.className = "ordering__buttons";
    for (const [by, text, sign] of [[-1, field.dataset.textUp, "↑"], [1, field.dataset.textDown, "↓"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button--small";
      button.textContent = sign;
      button.dataset.by = by;
      button.setAttribute("aria-label", `${text}: ${item.querySelector(".ordering__text").textContent}`);
      button.addEventListener("click", () => move(item, by));
      buttons.append(button);
    }
    item.append(buttons);
  }

  function move(item, by) {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    number();
    update();
    const place = [...list.children].indexOf(item) + 1;
    said.textContent = `${item.querySelector(".ordering__text").textContent}: ${field.dataset.textMoved} ${place}`;
    const again = item.querySelector(`[data-by="${by}"]`);
    (again.disabled ? item.querySelector("button:not(:disabled)") : again).focus();
    list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function number() {
    [...list.children].forEach((item, place) => {
      item.querySelector("select").selectedIndex = place + 1;
    });
  }

  function sort() {
    const items = [...list.children];
    if (items.some((item) => item.querySelector("select").selectedIndex < 1)) return;
    items.sort((a, b) => a.querySelector("select").selectedIndex - b.querySelector("select").selectedIndex);
    list.append(...items);
    update();
  }

  function update() {
    const items = [...list.children];
    items.forEach((item, place) => {
      item.querySelector('[data-by="-1"]').disabled = place === 0;
      item.querySelector('[data-by="1"]').disabled = place === items.length - 1;
    });
  }

  // A student who finds the order right as it stands has moved nothing.
  form.addEventListener("submit", () => {
    if ([...list.children].every((item) => item.querySelector("select").selectedIndex < 1)) number();
  });
}
