// A step in a line, in the page's language: made of what its events tell. The engine's own line is English.
import { LANGUAGE, plural, share, t } from "./dom.js";

// The kinds of request by the names that the engine gives them.
const KINDS = {
  question: t("question"), relation: t("relation"), path: t("path"), prerequisite: t("prerequisite"),
  completion: t("completion"), clusters: t("clusters"), idea: t("idea"), explore: t("explore"),
  smalltalk: t("smalltalk"), teach: t("teach"),
};
export const kindWords = (name) => KINDS[name] ?? name;

const linkedWords = ({ text, node }) => (node ? `“${text}” → ${node.name}` : t("“{text}” was not found", { text }));
const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);

// step → the event that tells of it, and the line that the last of them makes, or all of them together.
const LINES = {
  understand: ["intent.understood", ({ intent }) => t("Taken for: {kind} ({share})", { kind: kindWords(intent.name), share: share(intent.confidence) })],
  link: ["entities.linked", ({ mentions = [] }) => mentions.map(linkedWords).join(", ") || t("No names to look up")],
  plan: ["plan.made", ({ steps = [] }) => (steps.length ? plural(steps.length, "query") : t("Nothing to look up"))],
  gather: ["query.ran", (_, ran) => t("{rows} from {queries}", { rows: plural(sum(ran.map(({ rows }) => rows)), "row"), queries: plural(ran.length, "query") })],
  reason: ["claims.made", ({ claims = [] }) => plural(claims.length, "claim")],
  answer: ["claims.made", ({ claims = [] }) => plural(claims.length, "sentence")],
  propose: ["proposal.made", (_, made) => plural(made.length, "proposal")],
};
const WITHOUT = { gather: t("Nothing to look up"), propose: t("Nothing to propose") };

export const TELLING = [...new Set(Object.values(LINES).map(([type]) => type))];

// `heard`: event type → what the run told of it, in order.
export function lineOf(step, summary, heard) {
  if (LANGUAGE.startsWith("en") || !LINES[step]) return summary;
  const [type, words] = LINES[step];
  const told = heard.get(type) ?? [];
  return told.length ? words(told.at(-1), told) : WITHOUT[step] ?? summary;
}
