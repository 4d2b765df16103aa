// What is wider than its place scrolls inside itself. Where it does, the keyboard must reach it too (some browsers
// see to that themselves); where all of it is seen, it is no stop on the way.

const SCROLLERS = "main :is(pre, math[display=block], figure, .heatmap__plane, .scroller)";

function mark() {
  for (const element of document.querySelectorAll(SCROLLERS)) {
    const overflows =
      element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    const scrolls = overflows && getComputedStyle(element).overflow !== "visible";
    if (scrolls && !element.hasAttribute("tabindex")) {
      element.tabIndex = 0;
      element.dataset.scroller = "";
    } else if (!scrolls && "scroller" in element.dataset) {
      element.removeAttribute("tabindex");
      delete element.dataset.scroller;
    }
  }
}

export function startScrollers() {
  mark();
  window.addEventListener("resize", mark);
  document.addEventListener("toggle", mark, true);
  document.addEventListener("htmx:afterSwap", mark);
}
