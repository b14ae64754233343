// What an opened step shows, an event at a time: each function gives an element, or null for nothing to say.
import { h, milliseconds, number, plural, share, t } from "./dom.js";
import { relationWords, standsOn } from "./facts.js";
import { quotation } from "./passages.js";
import { session } from "./session.js";
import { kindWords } from "./step-lines.js";

const meter = (part) => h("span", { class: "meter" }, share(part));
const section = (title, ...children) => h("div", {}, h("h3", {}, title), ...children);
const chosen = (words, part) => h("span", { class: "pick chosen" }, words, " ", meter(part));

// A choice that can be taken; where nothing can be asked, what else there was to choose.
function pick(words, part, onclick, title) {
  if (!session.state?.maySend) return h("span", { class: "pick" }, words, part == null ? "" : meter(part));
  return h("button", { type: "button", class: "pick", onclick, title }, words, part == null ? "" : meter(part));
}

function understood({ question: read, intent, alternatives = [] }, asked) {
  const others = alternatives.map((each) => pick(kindWords(each.name), each.confidence, () => session.again(asked, { intent: each.name }), t("Take it as this instead")));
  const kind = section(t("Kind of request"), h("div", { class: "picks" }, chosen(kindWords(intent.name), intent.confidence), ...others));
  return read && read !== asked.question ? h("div", {}, section(t("Read as"), h("p", {}, read)), kind) : kind;
}

function linked({ mentions = [], unknown = [] }, asked) {
  const lines = mentions.map((mention) => linkedMention(mention, asked));
  const lost = unknown.length ? [section(t("Not found in the graph"), h("p", {}, unknown.join(", ")))] : [];
  return lines.length + lost.length ? h("div", {}, ...lines, ...lost) : null;
}

function linkedMention({ text, node, score, alternatives = [], together = [] }, asked) {
  if (!node) return section(`“${text}”`, h("p", { class: "muted" }, t("Nothing in the graph is called that.")));
  if (together.length) return section(`“${text}”`, h("p", {}, t("{things} that the talk found before, taken together.", { things: plural(together.length, "thing") })));
  const all = [node, ...alternatives.map((each) => each.node)].map(nodeWords);
  const words = (each) => (all.filter((other) => other === nodeWords(each)).length > 1 ? `${nodeWords(each)} · ${each.id}` : nodeWords(each));
  const others = alternatives.map((each) =>
    pick(words(each.node), each.score, () => session.again(asked, { picks: { [text.toLowerCase()]: each.node.id } }), t("{id}: mean this instead", { id: each.node.id })));
  return section(`“${text}”`, h("div", { class: "picks" }, chosen(words(node), score), ...others));
}

const nodeWords = (node) => `${node.name}${node.type ? ` (${relationWords(node.type)})` : ""}`;

function planned(event, asked, panel) {
  const { steps = [], readings = [], status = "" } = event;
  if (!steps.length && !readings.length) return null;
  panel.made(event, (lines) => {
    const parts = lines.map((line, at) => section(t("Plan"), line, raw(t("The query as a value"), JSON.stringify(steps[at].query, null, 2))));
    const others = readings.map((each) => pick(each.words, null, () => panel.read(each.number), t("Read it so instead")));
    const title = ["unsure", "none"].includes(status) ? t("Did you mean") : t("Other readings");
    return others.length ? [...parts, section(title, h("div", { class: "picks" }, ...others))] : parts;
  });
  return panel.element;
}

function ran({ source, words, statement, rows, milliseconds: time }) {
  const facts = t("{source}: {rows} in {time}", { source, rows: plural(rows, "row"), time: milliseconds(time) });
  return section(facts, words ? h("p", {}, words) : "", statement ? raw(t("The statement that ran"), statement) : "");
}

function raw(title, text, open = false) {
  return h("details", { open }, h("summary", {}, title), h("pre", { tabindex: 0 }, text));
}

function sourceAsked({ source, given, passages = [], milliseconds: time }) {
  const title = t("{source}: {given} given, {kept} kept, in {time}", { source, given: number(given), kept: number(passages.length), time: milliseconds(time) });
  return section(title, h("ul", { role: "list", class: "quotations" }, ...passages.map((each) => quotation(each))));
}

const failed = ({ source, reason }) => section(t("{source} gave nothing", { source }), h("p", {}, reason));

function claimed({ claims = [] }) {
  return claims.length ? section(t("What the answer stands on"), h("p", {}, t("{claims} from {facts}.", { claims: plural(claims.length, "claim"), facts: plural(new Set(claims.flatMap((c) => c.edges)).size, "fact") }))) : null;
}

const conflict = ({ about, claims = [], why = "" }) => section(t("Sources disagree: {about}", { about }),
  ...claims.map((claim, at) => h("p", {}, h("span", { class: `kind ${claim.kind}` }, standsOn(claim.kind)), " ", claim.text, why && !at ? h("span", { class: "small muted" }, ` ${why}.`) : "")));

const proposed = ({ words }) => section(t("Waits for a curator"), h("p", {}, words));

// What a language model was asked for, and in which step.
const PURPOSES = {
  choose: ["plan", t("choosing a reading")], write: ["plan", t("writing a query")], word: ["answer", t("wording the answer")],
  more: ["gather", t("saying whether more is needed")],
};
const modelStep = ({ purpose }) => PURPOSES[purpose]?.[0] ?? "gather";
const modelTitle = ({ model, purpose }) => `${model}: ${PURPOSES[purpose]?.[1] ?? purpose}`;

function modelAsked(event) {
  const { outcome, calls, tokens_in: read, tokens_out: written, milliseconds: time } = event;
  const cost = t("{calls}, {read} tokens read and {written} written, in {time}", { calls: plural(calls, "call"), read: number(read), written: number(written), time: milliseconds(time) });
  return section(modelTitle(event), h("p", {}, outcome), h("p", { class: "small muted" }, cost));
}

const modelFailed = (event) => section(modelTitle(event), h("p", { class: "model-failed" }, event.reason));

// event → [the step it belongs to (or what tells it), what shows it]
export const SHOWN = {
  "intent.understood": ["understand", understood],
  "entities.linked": ["link", linked],
  "plan.made": ["plan", planned],
  "query.ran": ["gather", ran],
  "source.asked": ["gather", sourceAsked],
  "source.failed": ["gather", failed],
  "model.asked": [modelStep, modelAsked],
  "model.failed": [modelStep, modelFailed],
  "claims.made": ["reason", claimed],
  "conflict.found": ["reason", conflict],
  "proposal.made": ["propose", proposed],
};
