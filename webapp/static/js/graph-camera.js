// What of the drawing is seen: all of it while nodes find their places, until the person moves the view.
import { calm } from "./dom.js";
import { tall } from "./graph-layouts.js";
import { view } from "./graph-places.js";

const NEAR = 12; // how far apart two places may be and still count as one
const QUIET = 30; // frames without a move after which nodes count as standing
const HASTE = 0.25; // of the way to where all is seen that the view goes in a frame, while nodes still move
const SETTLE = 350; // milliseconds that the drawing is given before all of it is shown

export class Camera {
  // `seen`: gives the nodes that are to be seen whole; `reshaped`: a pane that was broad is tall now, or the other way.
  constructor(canvas, seen, reshaped) {
    this.canvas = canvas;
    this.seen = seen;
    this.reshaped = reshaped;
    this.moved = false; // by the person
    this.still = true;
    this.size = { width: canvas.clientWidth, height: canvas.clientHeight };
    new ResizeObserver(([{ contentRect }]) => this.sized(contentRect)).observe(canvas);
  }

  sized({ width, height }) {
    const before = this.size;
    this.size = { width, height };
    if (this.drawn && tall(before) !== tall(this.size)) this.reshaped();
    if (this.drawn) this.fitSoon();
  }

  watch(drawn) {
    this.drawn = drawn;
    for (const moved of ["dragStart", "zoom"]) drawn.on(moved, () => (this.moved = true));
    drawn.on("startStabilizing", () => this.follow());
  }

  // The size of the pane as it was last told: to ask for it in every frame would have the page laid out each time.
  pane() {
    return this.size;
  }

  // The part of the drawing that is to be seen, in pixels.
  window() {
    const scale = this.drawn.getScale(), { x, y } = this.drawn.getViewPosition(), { width, height } = this.pane();
    return { left: x * scale - width / 2, right: x * scale + width / 2, top: y * scale - height / 2, bottom: y * scale + height / 2 };
  }

  zoom(factor) {
    this.moved = true;
    this.drawn?.moveTo({ scale: this.drawn.getScale() * factor, animation: motion() });
  }

  centre(id) {
    this.drawn.focus(id, { scale: Math.max(0.9, this.drawn.getScale()), animation: motion() });
  }

  fit() {
    this.moved = false;
    const whole = this.whole();
    if (whole) this.drawn.moveTo({ ...whole, animation: motion() });
  }

  fitSoon() {
    clearTimeout(this.fitting);
    this.fitting = setTimeout(() => this.moved || this.fit(), SETTLE);
  }

  // The view that shows all there is to be seen.
  whole() {
    if (!this.drawn || !this.size.width) return null;
    const places = this.drawn.getPositions(), there = this.seen().map((node) => places[node.id]).filter(Boolean);
    return there.length ? view(there, this.pane(), document.documentElement.dir === "rtl") : null;
  }

  // Nodes stand now.
  rest() {
    this.still = true;
    if (!this.moved) this.fit();
  }

  follow() {
    this.still = false;
    cancelAnimationFrame(this.following);
    let quiet = 0, before = null;
    const step = () => {
      const whole = this.moved ? null : this.whole();
      if (!whole) return;
      quiet = before && same(before, whole) ? quiet + 1 : 0;
      before = whole;
      if (quiet > QUIET && this.still) return;
      if (quiet < QUIET) this.drawn.moveTo(between(this.drawn.getViewPosition(), this.drawn.getScale(), whole));
      this.following = requestAnimationFrame(step);
    };
    this.following = requestAnimationFrame(step);
  }
}

export const far = (one, other) => Math.hypot(one.x - other.x, one.y - other.y) > NEAR;

const same = (one, other) => Math.abs(one.scale / other.scale - 1) < 0.002 && !far(one.position, other.position);

const motion = () => (calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function between(position, scale, whole) {
  const part = (from, to) => from + (to - from) * HASTE;
  return { scale: part(scale, whole.scale), position: { x: part(position.x, whole.position.x), y: part(position.y, whole.position.y) } };
}
