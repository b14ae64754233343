// <local-time data-form="medium"><time datetime="2026-11-26T16:30:00+00:00">…</time></local-time>: a moment by the
// reader's own clock, as her language writes it. Without scripts it stays as the server wrote it, in UTC.
import { moment } from "./dom.js";

class LocalTime extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector("time"), at = new Date(time?.dateTime ?? "");
    if (Number.isNaN(at.getTime())) return;
    time.title = time.textContent.trim();
    time.textContent = moment(at, this.dataset.form);
  }
}

customElements.define("local-time", LocalTime);
