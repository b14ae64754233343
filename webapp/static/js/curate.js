// Curation's pages: keys that press the buttons they stand on, and names that complete themselves.
import { singleKeys, t } from "./dom.js";
import "./node-picker.js";

const WRITING = "input:not([type=checkbox], [type=radio]), textarea, select";

// While a decision is on its way keys do nothing: the next proposal is not there to be seen yet.
document.addEventListener("htmx:beforeRequest", () => { document.body.dataset.busy = "yes"; });
document.addEventListener("htmx:afterSettle", settled);
for (const ending of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(ending, failed);

// After a decision the next proposal is there: it gets the focus, and what was written is not typed over.
function settled() {
  delete document.body.dataset.busy;
  if (!document.activeElement?.matches(`#queue ${WRITING}`)) document.getElementById("detail")?.focus({ preventScroll: true });
  document.querySelector(".queue-list li.current")?.scrollIntoView({ block: "nearest" });
}

function failed() {
  delete document.body.dataset.busy;
  document.querySelector("#queue [role=alert].failed")?.remove();
  const note = document.createElement("p");
  note.className = "note wrong failed";
  note.setAttribute("role", "alert");
  note.textContent = t("The server did not take that. Load the page again, or try once more.");
  document.getElementById("queue")?.prepend(note);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const queue = document.getElementById("queue");
  if (!queue) return;
  if (event.key === "Escape" && document.activeElement?.matches(WRITING)) return document.activeElement.blur();
  if (!singleKeys.on || document.activeElement?.matches(WRITING)) return;
  const target = queue.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target || target.disabled) return;
  event.preventDefault();
  if (document.body.dataset.busy) return;
  if (target.matches(WRITING)) target.focus();
  else target.click();
});
