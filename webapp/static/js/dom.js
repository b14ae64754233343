// Builds elements. Text goes in as text nodes only: nothing here, or anywhere else, parses a string as markup.

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

// A drawing from the sprite whose address the page gives on <html data-icons>.
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${document.documentElement.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onclick, extra = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...extra }, icon(name));
}

// The page's language: a text in English becomes the reader's, with {named} parts filled in.
export function t(text, parts = {}) {
  return fill(window.gettext?.(text) ?? text, parts);
}

// The same for a text that depends on a count, which is {count} in it.
export function tn(one, many, count, parts = {}) {
  return fill(window.ngettext?.(one, many, count) ?? (count === 1 ? one : many), { count: number(count), ...parts });
}

const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in parts ? String(parts[name]) : whole));

// Milliseconds after which a question on its way looks as if it were: on a good line it is taken before.
export const PATIENCE = 300;

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export const phone = () => matchMedia("(max-width: 720px)").matches;

// Tell the page: every element that knows the event takes it.
export function tell(type, detail = {}) {
  document.dispatchEvent(new CustomEvent(type, { detail }));
}

// Copy a text and say so; where the browser keeps its clipboard from us (a site without https), by the old way.
export async function copied(text) {
  try { await navigator.clipboard.writeText(text); } catch { if (!copiedByHand(text)) return false; }
  tell("said", { text: t("Copied") });
  return true;
}

function copiedByHand(text) {
  const field = h("textarea", { class: "visually-hidden", "aria-hidden": "true" }), before = document.activeElement;
  field.value = text;
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus();
  return done;
}

// Hear several of the page's events; the answer ends all of them.
export function hear(handlers) {
  const ending = new AbortController();
  for (const [type, handle] of Object.entries(handlers))
    document.addEventListener(type, (event) => handle(event.detail ?? {}), { signal: ending.signal });
  return () => ending.abort();
}

// localStorage may be closed to us (private windows, a full disk): then nothing is kept and nothing breaks.
export const kept = {
  get(key) { try { return localStorage.getItem(`loregraph.${key}`); } catch { return null; } },
  set(key, value) {
    try {
      if (value == null || value === "") localStorage.removeItem(`loregraph.${key}`);
      else localStorage.setItem(`loregraph.${key}`, value);
    } catch { /* see above */ }
  },
};

// Whether a key alone does something ("/", "?", a curator's letters): who speaks to the machine, or presses keys unmeant,
// turns that off in the list of shortcuts (WCAG 2.1.4).
export const singleKeys = {
  get on() { return kept.get("single-keys") !== "off"; },
  set(on) { kept.set("single-keys", on ? null : "off"); },
};

// A browser words in English, and as a defect, that nobody is there.
function unheard() {
  throw new Error(t("The server does not answer. Try again in a moment."));
}

export async function post(url, fields = {}) {
  const body = new URLSearchParams(fields);
  const headers = { "X-CSRFToken": document.body.dataset.csrf, Accept: "application/json" };
  const response = await fetch(url, { method: "POST", body, headers, credentials: "same-origin" }).catch(unheard);
  if (!response.ok) throw new Error(t("The server answered {status}.", { status: response.status }));
  return response;
}

// The page's language as the reader's country writes it: a page in English is read by a Briton's dates and numbers.
export const LANGUAGE = document.documentElement.lang || "en";
const spoken = (locale) => locale.split("-", 1)[0];
const LOCALE = (navigator.languages ?? []).find((each) => spoken(each) === spoken(LANGUAGE)) ?? LANGUAGE;
const plain = new Intl.NumberFormat(LOCALE);
export const number = (value) => plain.format(value);
// A property's number, with every digit that it has; of four digits it may be a year, and is parted by nothing.
const whole = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 15, useGrouping: "min2" });
export const amount = (value) => whole.format(value);
const percent = new Intl.NumberFormat(LOCALE, { style: "percent" });
export const share = (value) => percent.format(value);
const digits = (value, places) => new Intl.NumberFormat(LOCALE, { minimumFractionDigits: places, maximumFractionDigits: places }).format(value);


const FORMS = { medium: { dateStyle: "medium", timeStyle: "short" }, seconds: { dateStyle: "medium", timeStyle: "medium" } };
// A moment by the reader's own clock.
export const moment = (at, form = "medium") => new Intl.DateTimeFormat(LOCALE, FORMS[form] ?? FORMS.medium).format(at);
const months = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric" });
export const month = (at) => months.format(at);
// A day is that day everywhere, whatever the clock.
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });
const DAY = /^\d{4}-\d{2}-\d{2}(T00:00:00.*)?$/;
export function dated(text) {
  const at = DAY.test(text) ? new Date(`${text.slice(0, 10)}T00:00:00Z`) : null;
  return at && !Number.isNaN(at.getTime()) ? day.format(at) : text;
}

// "1 fact", "2 facts": the things that pages count.
const COUNTED = {
  node: (count) => tn("{count} node", "{count} nodes", count),
  fact: (count) => tn("{count} fact", "{count} facts", count),
  step: (count) => tn("{count} step", "{count} steps", count),
  row: (count) => tn("{count} row", "{count} rows", count),
  claim: (count) => tn("{count} claim", "{count} claims", count),
  thing: (count) => tn("{count} thing", "{count} things", count),
  query: (count) => tn("{count} query", "{count} queries", count),
  sentence: (count) => tn("{count} sentence", "{count} sentences", count),
  proposal: (count) => tn("{count} proposal", "{count} proposals", count),
  call: (count) => tn("{count} call", "{count} calls", count),
  neighbour: (count) => tn("{count} neighbour", "{count} neighbours", count),
};
export const plural = (count, thing) => COUNTED[thing](count);

export function milliseconds(value) {
  if (value >= 1000) return t("{count} s", { count: digits(value / 1000, 1) });
  return t("{count} ms", { count: value >= 10 ? digits(value, 0) : digits(value, 1) });
}
