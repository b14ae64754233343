// <talk-bar>: the title of the conversation, and what can be done with it as a whole: share, export.
import { copied, h, hear, icon, post, t } from "./dom.js";
import { session } from "./session.js";

class TalkBar extends HTMLElement {
  connectedCallback() {
    this.heading = this.querySelector(".title");
    this.dialog = document.getElementById("share-conversation");
    this.querySelector("[data-share]")?.addEventListener("click", () => this.open());
    this.dialog?.querySelector("[data-make]").addEventListener("click", () => this.share({}));
    this.dialog?.querySelector("[data-end]").addEventListener("click", () => this.share({ end: "yes" }));
    this.dialog?.querySelector("[data-copy]").addEventListener("click", (event) => this.copy(event.currentTarget));
    hear({
      "conversation.created": ({ title }) => this.begun(title),
      "conversation.renamed": ({ current, title }) => current && (this.heading.textContent = title),
    });
  }

  begun(title) {
    this.heading.textContent = title;
    for (const link of this.querySelectorAll("[data-export]")) link.href = session.state.urls[link.dataset.export];
    this.hidden = false;
  }

  open() {
    this.show(session.state.share ?? "");
    this.dialog.showModal();
  }

  show(path) {
    session.state.share = path;
    const field = this.dialog.querySelector("input");
    field.value = path ? new URL(path, location.href).href : "";
    for (const part of this.dialog.querySelectorAll("[data-shared]")) part.hidden = (part.dataset.shared === "yes") !== Boolean(path);
    this.querySelector("[data-share]").classList.toggle("on", Boolean(path));
    if (path) field.select();
  }

  async share(fields) {
    const problem = this.dialog.querySelector(".failure");
    problem.textContent = "";
    try { this.show((await (await post(session.state.urls.share, fields)).json()).share); }
    catch { problem.textContent = t("That did not work. Try again."); }
  }

  async copy(button) {
    if (!(await copied(this.dialog.querySelector("input").value))) return;
    const words = button.textContent;
    button.replaceChildren(icon("check"), h("span", {}, t("Copied")));
    setTimeout(() => button.replaceChildren(words), 1500);
  }
}

customElements.define("talk-bar", TalkBar);
