// What is drawn as a file: a picture, JSON, GraphML or Cypher. Made in the page, from what the page shows.
import { colours } from "./graph-look.js";

export const FORMS = {
  json: ["application/json", "json", json],
  graphml: ["application/xml", "graphml", graphml],
  cypher: ["text/plain", "cypher", cypher],
};

export function save(name, content, kind) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: kind }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// The canvas as it is seen, on the page's own background.
export function picture(canvas) {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const pen = copy.getContext("2d");
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(canvas, 0, 0);
  return new Promise((done) => copy.toBlob(done, "image/png"));
}

function json({ nodes, edges }) {
  return JSON.stringify({ nodes, edges }, null, 2);
}

// --- GraphML: properties become JSON text where they are lists ------------------------------------

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);

function graphml({ nodes, edges }) {
  const keys = new Map(); // "node name" → id
  const data = (of, values) => Object.entries(values).filter(([, value]) => value != null && value !== "").map(([name, value]) => `<data key="${key(keys, of, name)}">${xml(typeof value === "object" ? JSON.stringify(value) : value)}</data>`).join("");
  const body = [
    ...nodes.map(({ id, type, name, aliases, description, props }) => `<node id="${xml(id)}">${data("node", { ...props, type, name, description, aliases: aliases?.length ? aliases : null })}</node>`),
    ...edges.map(({ id, head, tail, relation, props, sources }) => `<edge id="${id}" source="${xml(head)}" target="${xml(tail)}">${data("edge", { ...props, relation, sources: sources?.length ? sources : null })}</edge>`),
  ];
  const heads = [...keys].map(([name, id]) => `<key id="${id}" for="${name.split(" ", 1)[0]}" attr.name="${xml(name.slice(name.indexOf(" ") + 1))}" attr.type="string"/>`);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">', ...heads, '<graph edgedefault="directed">', ...body, "</graph>", "</graphml>", ""].join("\n");
}

function key(keys, of, name) {
  const whole = `${of} ${name}`;
  if (!keys.has(whole)) keys.set(whole, `k${keys.size}`);
  return keys.get(whole);
}

// --- Cypher: names in backticks, texts quoted, so that nothing in a graph is taken for a statement -

const named = (name) => `\`${String(name || "Node").replace(/\\/g, "\\\\").replace(/`/g, "``")}\``;
const quoted = (text) => `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'").replace(/\r/g, "\\r").replace(/\n/g, "\\n")}'`;

function value(given) {
  if (Array.isArray(given)) return `[${given.map(value).join(", ")}]`;
  return typeof given === "string" ? quoted(given) : JSON.stringify(given);
}

const map = (values) => `{${Object.entries(values).filter(([, each]) => each != null && each !== "").map(([name, each]) => `${named(name)}: ${value(each)}`).join(", ")}}`;

function cypher({ nodes, edges }) {
  const made = nodes.map(({ id, type, name, aliases, description, props }) => `MERGE (n:Entity {id: ${quoted(id)}}) SET n:${named(type)}, n += ${map({ ...props, name, description, aliases: aliases?.length ? aliases : null })};`);
  const joined = edges.map(({ head, tail, relation, props }) => `MATCH (a:Entity {id: ${quoted(head)}}), (b:Entity {id: ${quoted(tail)}}) MERGE (a)-[r:${named(relation)}]->(b) SET r += ${map(props ?? {})};`);
  return [...made, ...joined, ""].join("\n");
}
