// What every page has: the theme switch, menus that close when one looks elsewhere, and the list of shortcuts.
import "./theme.js";
import "./local-time.js";
import { singleKeys } from "./dom.js";

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

const shortcuts = document.getElementById("shortcuts");
for (const button of document.querySelectorAll("[data-shortcuts]")) button.addEventListener("click", () => shortcuts.showModal());

const single = shortcuts.querySelector("[data-single-keys]");
single.checked = singleKeys.on;
single.addEventListener("change", () => singleKeys.set(single.checked));

// Whether a key belongs to a field or a dialog; a dialog that was closed a moment ago may have the focus still.
const elsewhere = (target) => target.closest?.("input, textarea, select, dialog")?.checkVisibility();

addEventListener("keydown", (event) => {
  if (event.key !== "?" && event.key !== "/") return; // before asking what is seen, which has the page laid out
  if (!singleKeys.on || event.ctrlKey || event.metaKey || event.altKey || elsewhere(event.target)) return;
  if (event.key === "?") shortcuts.showModal();
  const field = event.key === "/" && document.querySelector("#question, node-search input");
  if (!field) return;
  event.preventDefault();
  field.focus();
});
