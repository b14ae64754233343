// The answer once more, in a language model's words, below the graph's own: written as it comes, each sentence tied to
// the claims it rests on, and what they lack of it marked.
import { h, icon, t, tn } from "./dom.js";
import { kindWords } from "./facts.js";
import { dim, light, pin } from "./light.js";

export class Wording {
  constructor(run, answer) {
    this.run = run;
    this.answer = answer; // whose sentences it words
    this.lines = []; // by sentence number
    this.title = h("span", {}, t("In a language model's words"));
    this.text = h("p", { class: "worded", dir: "auto" });
    this.verdict = h("p", { class: "small muted", hidden: true });
    this.element = h("section", { class: "wording", hidden: true, "aria-label": t("In a language model's words") }, h("h3", {}, icon("talk"), this.title), this.text, this.verdict);
    this.notes = h("div", { class: "model-notes" });
  }

  grow({ text, sentence = 0 }) {
    if (this.element.hidden) this.answer.stop(); // the graph's own sentences are whole, and need not wait for these
    this.element.hidden = false;
    this.element.classList.add("writing");
    this.line(sentence).append(text);
  }

  line(number) {
    if (!this.lines[number]) this.text.append((this.lines[number] = h("span", { class: "worded-sentence" })), " ");
    return this.lines[number];
  }

  check({ number, sentence }) {
    this.show(this.line(number), sentence);
  }

  show(line, { text, claims = [], doubts = [] }) {
    line.replaceChildren(...marked(text, doubts), ...this.marks(claims, doubts));
    line.classList.toggle("unsupported", doubts.length > 0);
    if (!line.dataset.heard && claims.length) this.listen(line, claims);
  }

  // Behind a sentence: that the answer does not say it, or who says what it rests on, and the numbers of the facts.
  marks(claims, doubts) {
    if (doubts.length) {
      const lacking = t("The answer does not say: {what}", { what: doubts.map(({ text }) => text).join("; ") });
      return [h("span", { class: "doubt-note", title: lacking }, icon("warn"), t("not supported"), h("span", { class: "visually-hidden" }, ` (${lacking})`))];
    }
    const told = claims.map((at) => this.answer.claims[at]).filter(Boolean);
    const kinds = [...new Set(told.map(({ kind }) => kindWords(kind)).filter(Boolean))];
    const edges = this.edges(claims), range = this.answer.sources.range(edges);
    const lead = () => { this.answer.sources.lead(edges); pin(`${this.run}:worded`, edges); };
    const cite = range ? [h("button", { type: "button", class: "cite", "aria-label": t("Facts {numbers}", { numbers: range }), onclick: lead }, range)] : [];
    return [...kinds.map((words) => h("span", { class: "kind" }, words)), ...cite];
  }

  edges = (claims) => [...new Set(claims.flatMap((at) => this.answer.claims[at]?.edges ?? []))];

  listen(line, claims) {
    line.dataset.heard = "yes";
    line.addEventListener("pointerenter", () => light(this.edges(claims)));
    line.addEventListener("pointerleave", dim);
  }

  // A model that was to help and did not: the answer stands without it.
  failed({ purpose, model, reason }) {
    if (purpose === "word") this.clear();
    const words = t("{model} could not help: {reason} The answer stands without it.", { model, reason });
    if ([...this.notes.children].some((note) => note.textContent.trim() === words)) return; // told once, however often it happened
    this.notes.append(h("p", { class: "note small", role: "status" }, icon("warn"), h("span", {}, words)));
  }

  named({ purpose, model }) {
    if (purpose === "word") this.title.textContent = t("In the words of {model}, a language model", { model });
  }

  clear() {
    this.lines = [];
    this.text.replaceChildren();
    this.element.hidden = true;
  }

  finish({ wording = [] }) {
    this.element.classList.remove("writing");
    this.clear();
    wording.forEach((sentence, number) => sentence.text && this.show(this.line(number), sentence));
    this.element.hidden = !this.lines.length;
    const doubted = wording.filter(({ doubts }) => doubts.length).length;
    this.verdict.hidden = !doubted;
    this.verdict.textContent = tn("{count} sentence says what the answer does not.", "{count} sentences say what the answer does not.", doubted);
  }

  stop() {
    this.element.classList.remove("writing");
  }

  // The run begins again.
  reset() {
    this.clear();
    this.notes.replaceChildren();
  }
}

// The sentence with the stretches marked that the answer lacks.
function marked(text, doubts) {
  const found = doubts.map((doubt) => [text.indexOf(doubt.text), doubt.text.length]).filter(([at, length]) => at >= 0 && length < text.length).sort((a, b) => a[0] - b[0]);
  const parts = [];
  let done = 0;
  for (const [at, length] of found) {
    if (at < done) continue;
    parts.push(text.slice(done, at), h("mark", {}, text.slice(at, at + length)));
    done = at + length;
  }
  return [...parts, text.slice(done)];
}
