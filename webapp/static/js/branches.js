// A conversation is a tree: a question asked anew stands beside the one it replaces. Knows which runs are ways to ask
// the same turn, and walks from one to another.
import { h, hear, iconButton, kept, number, post, t } from "./dom.js";
import { session } from "./session.js";

export const RETURN = "look-at"; // kept while the page loads anew: the run to look at then

class Branches {
  constructor() {
    this.after = new Map(); // run → the run it follows, or null
    hear({ "run.started": ({ run, after }) => after !== undefined && this.after.set(run, after) });
  }

  take(tree) {
    for (const { id, after } of tree ?? []) this.after.set(id, after);
  }

  beside(run) {
    const after = this.after.get(run);
    return [...this.after].filter(([, other]) => other === after).map(([id]) => id);
  }

  async walk(run) {
    if (session.running || !session.state.urls?.walk) return;
    await post(session.state.urls.walk, { run });
    kept.set(RETURN, run);
    location.reload();
  }

  // "2 / 3" with a step to either side; nothing where there is one way only.
  switch(run) {
    const all = this.beside(run);
    if (all.length < 2) return "";
    const at = all.indexOf(run);
    const step = (name, label, other) => iconButton(name, label, () => this.walk(all[other]), { disabled: !all[other] });
    const place = h("span", {}, `${number(at + 1)} / ${number(all.length)}`);
    return h("div", { class: "branches", role: "group", "aria-label": t("Ways you asked this") }, step("left", t("The version before"), at - 1), place, step("right", t("The next version"), at + 1));
  }
}

export const branches = new Branches();
