// <node-search>: the arrow keys walk what htmx brings while one types; Enter goes there, Escape closes.

class NodeSearch extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.list = this.querySelector("[role=listbox]");
    this.at = -1;
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("focus", () => this.show(Boolean(this.options.length)));
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.show(false));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.addEventListener("htmx:afterSwap", () => { this.at = -1; this.show(Boolean(this.field.value.trim())); });
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]:not([aria-disabled])")];
  }

  show(open) {
    this.list.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    if (!open) this.mark(-1);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.options.length) { event.preventDefault(); this.show(true); this.mark((Math.max(this.at, step < 0 ? 0 : -1) + step + this.options.length) % this.options.length); }
    if (event.key === "Escape") { event.stopPropagation(); this.show(false); }
    if (event.key === "Enter" && this.options[Math.max(0, this.at)]) { event.preventDefault(); this.options[Math.max(0, this.at)].querySelector("a").click(); }
  }

  mark(at) {
    this.at = at;
    this.options.forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    const chosen = this.options[at];
    if (chosen) { this.field.setAttribute("aria-activedescendant", chosen.id); chosen.scrollIntoView({ block: "nearest" }); }
    else this.field.removeAttribute("aria-activedescendant");
  }
}

customElements.define("node-search", NodeSearch);
