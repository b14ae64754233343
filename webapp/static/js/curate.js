// Curation's pages: keys that press the buttons they stand on, and names that complete themselves.
import "./node-picker.js";

let busy = false;
const WRITING = "input:not([type=checkbox], [type=radio]), textarea, select";

document.addEventListener("htmx:beforeRequest", () => { busy = true; });
document.addEventListener("htmx:afterSettle", settled);
for (const ending of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(ending, failed);

// After a decision the next proposal is there: it gets the focus, and what was written is not typed over.
function settled() {
  busy = false;
  if (!document.activeElement?.matches(`#queue ${WRITING}`)) document.getElementById("detail")?.focus({ preventScroll: true });
  document.querySelector(".queue-list li.current")?.scrollIntoView({ block: "nearest" });
}

function failed() {
  busy = false;
  document.querySelector("#queue [role=alert].failed")?.remove();
  const note = document.createElement("p");
  note.className = "note wrong failed";
  note.setAttribute("role", "alert");
  note.textContent = "The server did not take that. Load the page again, or try once more.";
  document.getElementById("queue")?.prepend(note);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const queue = document.getElementById("queue");
  if (!queue) return;
  if (event.key === "Escape" && document.activeElement?.matches(WRITING)) return document.activeElement.blur();
  if (document.activeElement?.matches(WRITING)) return;
  const target = queue.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target || target.disabled) return;
  event.preventDefault();
  if (busy) return;
  if (target.matches(WRITING)) target.focus();
  else target.click();
});
