// Words selected in the answer become the words of the form; typing or pasting them works as well.
const answer = document.querySelector("[data-answer]");
const words = document.querySelector("[data-words]");

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !answer.contains(selection.anchorNode)) return;
  if (!answer.contains(selection.focusNode)) return;
  const chosen = selection.toString().trim();
  if (chosen) words.value = chosen.slice(0, words.maxLength);
});
