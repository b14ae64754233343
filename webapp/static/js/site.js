// What every page has: the theme switch, and menus that close when one looks elsewhere.
import "./theme.js";

addEventListener("pointerdown", (event) => {
  for (const menu of document.querySelectorAll("details.picker[open]"))
    if (!menu.contains(event.target)) menu.open = false;
});

addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.picker[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
  event.stopImmediatePropagation();
});
