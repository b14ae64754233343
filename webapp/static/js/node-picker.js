// <node-picker data-find="address">: a field for a node's id that offers nodes by name while one writes.
const WAIT = 150; // milliseconds after the last key

class NodePicker extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    this.list = this.querySelector("datalist");
    this.said = this.querySelector(".picked");
    this.known = new Map();
    this.field?.addEventListener("input", () => this.wait());
  }

  wait() {
    clearTimeout(this.timer);
    this.name();
    this.timer = setTimeout(() => this.find(), WAIT);
  }

  async find() {
    const text = this.field.value.trim();
    if (!text || this.known.has(text)) return;
    const address = new URL(this.dataset.find, location.href);
    address.searchParams.set("q", text);
    try {
      const { candidates } = await (await fetch(address, { headers: { Accept: "application/json" } })).json();
      this.offer(candidates.map((each) => each.node));
    } catch { /* the id can be written out */ }
  }

  offer(nodes) {
    this.list.replaceChildren(...nodes.map((node) => {
      this.known.set(node.id, node);
      const option = document.createElement("option");
      option.value = node.id;
      option.label = `${node.name} (${node.type})`;
      return option;
    }));
    this.name();
  }

  name() {
    const node = this.known.get(this.field.value);
    if (this.said) this.said.textContent = node ? `${node.name} (${node.type})` : "";
  }
}

customElements.define("node-picker", NodePicker);
