// The conversation's socket: connects, comes back by itself, asks for what it missed, and raises every
// event of the server as a DOM event of the same name on the document (detail: the event).
import { tell } from "./dom.js";

const FIRST_WAIT = 400; // milliseconds; doubled after each failure, to at most LONGEST_WAIT
const LONGEST_WAIT = 15000;
const ENDINGS = ["answer.done", "run.failed", "run.stopped", "run.interrupted"];

export class RunSocket {
  constructor() {
    this.last = new Map(); // run → highest seq taken
    this.open_runs = new Set();
    this.waiting = []; // what was said while the line was down
    this.failures = 0;
    this.times = 0; // connected so often
    this.path = null;
    addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
  }

  connect(path) {
    this.path = path;
    clearTimeout(this.timer);
    this.say("connecting");
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const line = (this.line = new WebSocket(new URL(path, `${scheme}//${location.host}`)));
    line.onopen = () => this.opened();
    line.onmessage = (message) => this.take(JSON.parse(message.data));
    line.onclose = () => line === this.line && this.lost();
  }

  opened() {
    this.failures = 0;
    this.times += 1;
    this.say("open");
    for (const run of this.open_runs) this.resume(run);
    for (const message of this.waiting.splice(0)) this.send(message);
  }

  lost() {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures++) * (0.75 + Math.random() / 2);
    this.say("waiting");
    this.timer = setTimeout(() => this.connect(this.path), wait);
  }

  hurry() {
    if (this.path && this.line?.readyState === WebSocket.CLOSED) this.connect(this.path);
  }

  say(state) {
    tell("connection", { state, failures: this.failures });
  }

  get up() {
    return this.line?.readyState === WebSocket.OPEN;
  }

  send(message) {
    if (this.up) this.line.send(JSON.stringify(message));
    else this.waiting.push(message);
  }

  // Take back what waits for the line; the answer says whether anything did.
  withdraw() {
    return this.waiting.splice(0).length > 0;
  }

  resume(run) {
    this.send({ type: "resume", run, after: this.last.get(run) ?? 0 });
  }

  // Each event once and in order: an older one is dropped, a gap is asked for.
  take(event) {
    if (event.type === "ready") return this.ready(event);
    if (!event.run || !event.seq) return tell(event.type, event);
    const last = this.last.get(event.run) ?? 0;
    if (event.seq <= last) return;
    if (event.seq > last + 1) return this.resume(event.run);
    this.raise(event);
  }

  // A stored event, which the page was made with: pieces of a whole answer are left out, so gaps mean nothing.
  raise(event) {
    this.last.set(event.run, event.seq);
    if (ENDINGS.includes(event.type)) this.open_runs.delete(event.run);
    else this.open_runs.add(event.run);
    tell(event.type, event);
  }

  ready(event) {
    if (event.running && !this.open_runs.has(event.running)) this.resume(event.running);
    tell("ready", event);
  }
}
