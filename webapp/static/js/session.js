// What the page does on a person's behalf: ask, stop, begin a conversation. One for the page.
import { hear, kept, post, t, tell } from "./dom.js";
import { RunSocket } from "./socket.js";

class Session {
  begin(state) {
    this.state = state;
    this.socket = new RunSocket();
    this.running = null;
    this.judged = new Map((state.runs ?? []).filter((run) => run.feedback).map((run) => [run.id, run.feedback])); // run → {thumb, reason}
    this.choices = new Map(); // run → {mention: node id}, so that a second choice keeps the first
    hear({
      "run.started": ({ run, picks }) => { this.choices.set(run, picks ?? {}); this.go(run); },
      ready: ({ running }) => running || this.ready(),
      refused: () => this.running || this.rest(),
      "answer.done": ({ run }) => this.end(run),
      "run.failed": ({ run }) => this.end(run),
      "run.stopped": ({ run }) => this.end(run),
      "run.interrupted": ({ run }) => this.end(run),
    });
    for (const run of state.runs ?? []) this.replay(run);
    if (state.socket) this.socket.connect(state.socket);
  }

  // What was stored takes the same way as what arrives.
  replay(run) {
    const events = run.events.map((event) => ({ ...event, run: run.id }));
    if (events[0]?.type !== "run.started") tell("run.started", { run: run.id, question: run.question });
    for (const event of events) this.socket.raise(event);
    for (const each of run.proposed ?? []) tell("proposal.decided", { run: run.id, ...each });
    const ended = !["running", "done"].includes(run.state) && !events.some((e) => e.type === `run.${run.state}`);
    if (ended) tell(`run.${run.state}`, { run: run.id, reason: t("The run ended without an answer.") });
  }

  // What is asked is on its way before the page draws it: the server reads meanwhile.
  async ask(text, options = {}) {
    if (this.running || this.asking || !this.state.maySend) return;
    this.asking = true;
    if (this.state.conversation) this.put(text, options);
    tell("asking", { text, instead: options.instead });
    if (!this.state.conversation) await this.open(text, options);
  }

  async open(text, options) {
    try {
      await this.create(text);
      this.put(text, options);
    } catch (problem) {
      tell("refused", { reason: t("The question could not be sent. {reason}", { reason: problem.message }), text });
    }
  }

  put(text, options) {
    this.askedOn = this.socket.times + (this.socket.up ? 0 : 1); // the connection that takes it
    const hold = kept.get("hold") === "yes" ? { hold: true } : {}; // wait before searching (plan-panel.js)
    this.socket.send({ type: "ask", text, ...hold, ...options });
  }

  // Ask the question of a run again, in its place, with what a person chose over the engine; earlier picks stay.
  again({ run, question }, { picks = {}, ...options }) {
    this.ask(question, { ...options, picks: { ...this.choices.get(run), ...picks }, instead: run });
  }

  // Hold the reins of a run: pause, continue, change, reset.
  steer(run, type, more = {}) {
    this.socket.send({ type, run, ...more });
  }

  // Nothing runs there. A question sent on an earlier connection never arrived.
  ready() {
    if (!this.asking) return this.rest();
    if (this.askedOn < this.socket.times) tell("refused", { reason: t("The connection broke before your question arrived. Send it again.") });
  }

  stop() {
    if (!this.running && this.asking && this.socket.withdraw()) tell("refused", { reason: t("Not sent.") });
    if (!this.running) return false;
    this.socket.send({ type: "stop", run: this.running });
    return true;
  }

  async create(title) {
    const made = await (await post(this.state.createUrl)).json();
    Object.assign(this.state, { conversation: made.id, socket: made.socket, url: made.url, urls: made.urls });
    history.replaceState(null, "", made.url);
    this.socket.connect(made.socket);
    tell("conversation.created", { ...made, title });
  }

  go(run) {
    this.asking = false;
    this.running = run;
    tell("running", { run });
  }

  end(run) {
    if (this.running === run) this.rest();
  }

  rest() {
    this.asking = false;
    this.running = null;
    tell("idle");
  }
}

export const session = new Session();
