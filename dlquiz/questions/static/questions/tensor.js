// Enter and the arrow keys go from entry to entry, as in a table of figures.

for (const grid of document.querySelectorAll("[data-tensor]")) walk(grid);

function walk(grid) {
  const rows = [...grid.children].map((row) => [...row.querySelectorAll("input")]);

  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("input");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows.findIndex((cells) => cells.includes(cell));
    const column = rows[row].indexOf(cell);
    const next = goal(event, cell, row, column);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  });

  // Copied from a spreadsheet or a printed tensor: one number for each entry from here on.
  grid.addEventListener("paste", (event) => {
    const cells = rows.flat();
    const numbers = event.clipboardData.getData("text").split(/[\s,;[\]()]+/).filter(Boolean);
    const start = cells.indexOf(event.target);
    if (numbers.length < 2 || start < 0) return;
    event.preventDefault();
    numbers.slice(0, cells.length - start).forEach((number, place) => {
      cells[start + place].value = number.slice(0, cells[0].maxLength);
    });
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });

  function goal(event, cell, row, column) {
    const cells = rows.flat();
    if (event.key === "Enter") return cells[cells.indexOf(cell) + 1];
    if (event.key === "ArrowUp") return rows[row - 1]?.[column];
    if (event.key === "ArrowDown") return rows[row + 1]?.[column];
    if (event.key === "ArrowLeft" && cell.selectionEnd === 0) return rows[row][column - 1];
    if (event.key === "ArrowRight" && cell.selectionStart === cell.value.length) return rows[row][column + 1];
    return undefined;
  }
}
