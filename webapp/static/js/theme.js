// <theme-switch>: system → light → dark, kept in the browser. Raises "theme" when the colours change.
import { icon, iconButton, kept, t, tell } from "./dom.js";

const ORDER = ["system", "light", "dark"];
const NAMES = { system: t("system"), light: t("light"), dark: t("dark") };

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.button = iconButton("system", t("Theme"), () => this.next());
    this.replaceChildren(this.button);
    this.show(kept.get("theme") ?? "system");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => tell("theme"));
  }

  next() {
    this.show(ORDER[(ORDER.indexOf(this.theme) + 1) % ORDER.length]);
    kept.set("theme", this.theme === "system" ? null : this.theme);
    tell("theme");
  }

  show(theme) {
    this.theme = ORDER.includes(theme) ? theme : "system";
    if (this.theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.theme;
    this.button.replaceChildren(icon(this.theme));
    const words = NAMES[this.theme];
    this.button.title = t("Theme: {theme}", { theme: words });
    this.button.setAttribute("aria-label", t("Theme: {theme}. Change it", { theme: words }));
  }
}

customElements.define("theme-switch", ThemeSwitch);
