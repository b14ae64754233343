// How much of the steps is shown: one line, what was decided, or everything. One choice for all, remembered.
import { h, kept, phone, t, tell } from "./dom.js";

const DEPTHS = ["line", "decisions", "everything"];
const NAMES = { line: t("One line"), decisions: t("Decisions"), everything: t("Everything") };

export const depth = {
  get now() {
    const chosen = kept.get("steps-depth");
    return DEPTHS.includes(chosen) ? chosen : phone() ? "line" : "decisions";
  },
  choose(name) {
    kept.set("steps-depth", name);
    tell("steps.depth", { name });
  },
};

export function depthSwitch() {
  const buttons = DEPTHS.map((name) => h("button", { type: "button", "data-depth": name, onclick: () => depth.choose(name) }, NAMES[name]));
  return h("div", { class: "segments depth", role: "group", "aria-label": t("How much of the steps is shown") }, buttons);
}

export function markDepth(segments, name) {
  for (const button of segments.children) button.setAttribute("aria-pressed", String(button.dataset.depth === name));
}
