// <conversation-list>: grouped by day; rename in place, delete after a question, and take in a conversation just begun.
import { dayWords } from "./days.js";
import { h, hear, iconButton, post, t, tell } from "./dom.js";

class ConversationList extends HTMLElement {
  connectedCallback() {
    this.dialog = document.getElementById("delete-conversation");
    this.list = this.querySelector("ul");
    this.watch = new MutationObserver(() => this.equipAll()); // a search brings others
    this.watch.observe(this.list, { childList: true });
    this.equipAll();
    hear({ "conversation.created": (made) => this.begun(made) });
  }

  equipAll() {
    for (const item of this.list.querySelectorAll("li[data-url]")) if (!item.querySelector(".icon-button")) this.equip(item);
    this.group();
  }

  // A heading before the first conversation of each day, week or month.
  group() {
    for (const heading of this.list.querySelectorAll(".day")) heading.remove();
    let before = "";
    for (const item of this.list.querySelectorAll("li[data-at]")) {
      const words = dayWords(new Date(item.dataset.at));
      if (words !== before) item.before(h("li", { class: "day" }, h("h3", {}, words)));
      before = words;
    }
    this.watch.takeRecords(); // what it did itself is no news to it
  }

  equip(item) {
    item.append(
      iconButton("edit", t("Rename"), () => this.rename(item)),
      iconButton("bin", t("Delete"), () => this.remove(item)),
    );
  }

  begun({ url, title }) {
    this.querySelector(".none:not(.problem)")?.remove();
    const item = h("li", { class: "current", "data-url": url, "data-at": new Date().toISOString() }, h("a", { href: url, "aria-current": "page" }, title));
    this.list.prepend(item);
  }

  rename(item) {
    const link = item.querySelector("a");
    const field = h("input", { value: link.textContent.trim(), "aria-label": t("Title"), maxlength: 120 });
    let finished = false; // taking the field away blurs it, which ends here a second time
    const finish = async (keep) => {
      if (finished) return;
      finished = true;
      const title = field.value.trim();
      field.replaceWith(link);
      if (keep && title && title !== link.textContent.trim()) await this.retitle(item, link, title);
      link.focus();
    };
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      finish(event.key === "Enter");
    });
    field.addEventListener("blur", () => finish(true));
    link.replaceWith(field);
    field.select();
  }

  async retitle(item, link, title) {
    const before = link.textContent;
    link.textContent = title;
    tell("conversation.renamed", { current: item.classList.contains("current"), title });
    try { await post(`${item.dataset.url}rename/`, { title }); }
    catch { link.textContent = before; this.say(t("The title could not be changed. Try again.")); }
  }

  remove(item) {
    this.dialog.querySelector(".name").textContent = item.querySelector("a").textContent.trim();
    this.dialog.returnValue = "";
    this.dialog.showModal();
    this.dialog.onclose = () => this.dialog.returnValue === "delete" && this.removed(item);
  }

  async removed(item) {
    try { await post(`${item.dataset.url}delete/`); }
    catch { return this.say(t("The conversation could not be deleted. Try again.")); }
    if (item.classList.contains("current")) location.assign(this.dataset.newUrl);
    else item.remove(); // its heading goes with the last of its day
  }

  say(problem) {
    this.querySelector(".problem").textContent = problem;
  }
}

customElements.define("conversation-list", ConversationList);
