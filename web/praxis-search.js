// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// The search box for any website: one script tag, one element.
//
//   <script src="https://library.example.org/embed/praxis-search.js" defer></script>
//   <praxis-search><a href="https://library.example.org/">Search the library</a></praxis-search>
//
// The link inside is what people see where scripts do not run. Attributes of the element, all
// optional: label, placeholder, button, filter ("kind=case-study&source=news"), results (how many
// publications to show at once, 3; 0 for none), target ("_blank"), server (another library).
// Colours and shapes: the variables named in `style` below. Words: `praxisTexts` on the class.
// A listener of the event "praxis-search" ({query, url}) may prevent the move to the library.
//
// A script tag with data-attach="#id" gives the same help to an input of the page itself.
//
// Nothing is stored, nothing is sent but what is typed, and only to the library.

(() => {
  "use strict";

  const script = document.currentScript;
  const home = new URL("..", script ? script.src : location.href).href;

  const texts = {
    label: "Search the library",
    suggestions: "Suggestions",
    button: "Search",
    query: "Searches",
    publication: "Publications",
    topic: "Topics",
    organization: "Organizations",
    place: "Places",
    all: "See all results for “{}”",
    some: "{} suggestions; use the arrow keys to choose",
    none: "No suggestions",
  };

  const pause = 150; // ms between the last key and the request
  const silence = 700; // ms before the number is spoken, so that it does not talk over typing
  const patience = 5000; // ms for an answer

  const style = `
:host { display: block; font-family: var(--praxis-font, inherit); color: var(--praxis-ink, inherit); text-align: start; }
:host([hidden]) { display: none; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 0; }
.field { flex: 1 1 12rem; min-width: 0; }
label { display: block; margin-block-end: .25rem; font-size: .875em; }
input { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--praxis-line, GrayText); border-radius: var(--praxis-radius, 6px); background: var(--praxis-paper, Field); color: var(--praxis-ink, FieldText); font: inherit; }
button { min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid transparent; border-radius: var(--praxis-radius, 6px); background: var(--praxis-accent, #14532d); color: var(--praxis-on-accent, #fff); font: inherit; font-weight: 600; cursor: pointer; }
input:focus-visible, button:focus-visible { outline: 3px solid var(--praxis-focus, Highlight); outline-offset: 2px; }
`;

  const popupStyle = `
.praxis-combobox { position: relative; }
.praxis-popup { position: absolute; z-index: 1000; inset-inline: 0; top: calc(100% + .25rem); max-height: min(26rem, 70vh); overflow-y: auto; padding: .25rem; border: 1px solid var(--praxis-line, GrayText); border-radius: var(--praxis-radius, 6px); background: var(--praxis-paper, Canvas); color: var(--praxis-ink, CanvasText); box-shadow: 0 .5rem 1.5rem rgb(0 0 0 / .18); text-align: start; }
.praxis-popup[hidden] { display: none; }
.praxis-group-name { padding: .5rem .6rem .1rem; font-size: .8125em; color: var(--praxis-quiet, inherit); }
.praxis-option { display: flex; gap: .75rem; align-items: baseline; min-height: 1.5rem; padding: .45rem .6rem; border-radius: 4px; cursor: pointer; }
.praxis-option:hover { background: var(--praxis-hover, rgb(128 128 128 / .16)); }
.praxis-option[aria-selected=true] { background: var(--praxis-accent, #14532d); color: var(--praxis-on-accent, #fff); outline: 2px solid transparent; outline-offset: -2px; }
.praxis-option-text { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.praxis-option-more { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-size: .875em; }
.praxis-option-count { font-size: .8125em; font-variant-numeric: tabular-nums; }
.praxis-option mark { background: none; color: inherit; font-weight: 700; text-decoration: underline; text-underline-offset: .15em; }
.praxis-status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

  const sheet = (css) => {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  };
  const adopt = (root, css) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet(css)];
  };

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const marked = (parts, text) =>
    Array.isArray(parts) && parts.length
      ? parts.map((part) => (part.mark ? element("mark", {}, part.text) : part.text))
      : [text];

  // Letters at the end of what is typed may be half a word, or a whole one, which then counts more.
  const begun = /(^|\s)(?!(?:AND|OR|NOT)$)([\p{L}\p{N}]{2,})$/u;
  const asBegun = (query) => (/["()*~:]/.test(query) ? query : query.replace(begun, "$1($2 OR $2*)"));

  // What a library says to what is typed, as groups of options:
  // {text, parts, more, count, url, query}.
  class Suggestions {
    constructor(server, filter, results) {
      this.server = server;
      this.filter = filter;
      this.results = results;
      this.suggests = true; // until the library says that it does not
    }

    page(query) {
      const url = new URL(this.server);
      for (const [name, value] of this.filter) url.searchParams.append(name, value);
      if (query) url.searchParams.set("q", query);
      return url.href;
    }

    async ask(path, parameters, signal) {
      const url = new URL(path, this.server);
      for (const [name, value] of parameters) url.searchParams.append(name, value);
      const answer = await fetch(url, {
        signal,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        headers: { Accept: "application/json" },
      });
      if (answer.status === 404) this.suggests = this.suggests && path !== "v1/suggest";
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      return answer.json();
    }

    async suggested(query, signal) {
      if (!this.suggests) return [];
      const { suggestions } = await this.ask("v1/suggest", [["q", query], ["limit", "6"]], signal);
      return suggestions;
    }

    async found(query, signal) {
      if (this.results < 1) return [];
      const size = [["page_size", String(this.results)], ["facets", ""], ...this.filter];
      const { hits } = await this.ask("v1/search", [["q", asBegun(query)], ...size], signal);
      return hits;
    }

    async groups(query, signal) {
      const [suggested, found] = await Promise.allSettled([this.suggested(query, signal), this.found(query, signal)]);
      if (suggested.status === "rejected" && found.status === "rejected") throw suggested.reason;
      const hits = (found.value || []).map((hit) => this.publication(hit));
      const shown = new Set(hits.map((hit) => hit.url));
      const groups = new Map();
      for (const suggestion of suggested.value || []) {
        const option = this.suggestion(suggestion);
        if (shown.has(option.url) || !this.wants(suggestion.kind, hits.length)) continue;
        if (!groups.has(suggestion.kind)) groups.set(suggestion.kind, []);
        groups.get(suggestion.kind).push(option);
      }
      if (hits.length) groups.set("publication", [...(groups.get("publication") || []), ...hits]);
      return groups;
    }

    // Suggestions know no filter; and publications that were found go before those with a like name.
    wants(kind, found) {
      if (kind === "query") return true;
      return this.filter.length === 0 && (kind !== "publication" || found < this.results);
    }

    suggestion({ kind, text, parts, url, count: found }) {
      const count = kind === "query" || kind === "publication" ? 0 : found; // of values it is exact
      const link = kind === "query" ? this.page(text) : new URL(url, this.server).href;
      return { text, parts, count, url: link, query: kind === "query" ? text : null };
    }

    publication(hit) {
      const passage = hit.passages && hit.passages[0];
      return { text: hit.title, parts: hit.title_parts, more: passage && passage.parts, url: new URL(hit.url, this.server).href };
    }
  }

  // An input with a popup of options: the combobox pattern of ARIA 1.2. The focus stays in the
  // input, the arrow keys walk the options, and nothing is chosen unless it is chosen.
  class Combobox {
    constructor(input, suggestions, go) {
      this.input = input;
      this.suggestions = suggestions;
      this.go = go;
      this.options = [];
      this.active = -1;
      this.build();
      this.listen();
    }

    build() {
      const id = (this.input.id || "praxis-input") + "-options";
      this.popup = element("div", { class: "praxis-popup", id, role: "listbox", "aria-label": texts.suggestions, hidden: "" });
      this.status = element("div", { class: "praxis-status", role: "status" });
      this.input.parentElement.classList.add("praxis-combobox");
      this.input.parentElement.append(this.popup, this.status);
      const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off" };
      for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
      adopt(this.input.getRootNode(), popupStyle);
    }

    listen() {
      this.input.addEventListener("input", (event) => event.isComposing || this.later());
      this.input.addEventListener("compositionend", () => this.later());
      this.input.addEventListener("keydown", (event) => event.isComposing || this.key(event));
      this.input.addEventListener("blur", () => this.stop());
      this.popup.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
      this.popup.addEventListener("click", (event) => {
        const at = this.options.findIndex((option) => option.node.contains(event.target));
        if (at >= 0) this.take(at, event);
      });
    }

    get open() {
      return !this.popup.hidden;
    }

    later() {
      this.abandon();
      if (!this.input.value.trim()) return this.close();
      this.timer = setTimeout(() => this.look(), pause);
    }

    abandon() {
      clearTimeout(this.timer);
      clearTimeout(this.voice);
      if (this.request) this.request.abort();
    }

    stop() {
      this.abandon();
      this.close();
    }

    async look() {
      this.abandon();
      const query = this.input.value.trim();
      if (!query) return;
      const request = (this.request = new AbortController());
      const late = setTimeout(() => request.abort(), patience);
      try {
        const groups = await this.suggestions.groups(query, request.signal);
        if (request === this.request && !request.signal.aborted) this.show(query, groups);
      } catch {
        if (request === this.request) this.close();
      } finally {
        clearTimeout(late);
      }
    }

    show(query, groups) {
      this.options = [];
      this.mark(-1);
      const nodes = [...groups].map(([kind, options]) => this.group(kind, options));
      const any = this.options.length > 0;
      if (any) nodes.push(this.option({ text: texts.all.replace("{}", query), url: this.suggestions.page(query), query }));
      this.popup.replaceChildren(...nodes);
      this.popup.scrollTop = 0;
      this.set(any);
      this.say(any ? texts.some.replace("{}", this.options.length) : texts.none);
    }

    group(kind, options) {
      const id = `${this.popup.id}-${kind}`;
      const name = element("div", { class: "praxis-group-name", id, role: "presentation" }, texts[kind] || kind);
      return element("div", { role: "group", "aria-labelledby": id }, name, ...options.map((option) => this.option(option)));
    }

    option(option) {
      const node = element("div", { class: "praxis-option", role: "option", id: `${this.popup.id}-${this.options.length}`, "aria-selected": "false" });
      const text = element("span", { class: "praxis-option-text", dir: "auto" }, ...marked(option.parts, option.text));
      if (option.more) text.append(element("span", { class: "praxis-option-more", dir: "auto" }, ...marked(option.more, "")));
      node.append(text);
      if (option.count) node.append(element("span", { class: "praxis-option-count" }, option.count.toLocaleString()));
      this.options.push({ ...option, node });
      return node;
    }

    say(text) {
      clearTimeout(this.voice);
      this.voice = setTimeout(() => (this.status.textContent = text), silence);
    }

    set(open) {
      this.popup.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
    }

    close() {
      this.mark(-1);
      this.set(false);
      this.status.textContent = "";
    }

    mark(at) {
      const change = (index, selected) => this.options[index] && this.options[index].node.setAttribute("aria-selected", selected);
      change(this.active, "false");
      this.active = at;
      change(at, "true");
      if (at < 0) return this.input.removeAttribute("aria-activedescendant");
      const { node } = this.options[at];
      this.input.setAttribute("aria-activedescendant", node.id);
      node.scrollIntoView({ block: "nearest" });
    }

    // Past the last option the text itself comes again, as -1.
    walk(step) {
      const places = this.options.length + 1;
      this.mark(((this.active + 1 + step + places) % places) - 1);
    }

    arrow(event, step) {
      event.preventDefault();
      if (event.altKey) return step > 0 ? this.look() : this.close();
      if (this.open) this.walk(step);
      else this.look();
    }

    key(event) {
      if (event.key === "ArrowDown") this.arrow(event, 1);
      else if (event.key === "ArrowUp") this.arrow(event, -1);
      else if (event.key === "Enter" && this.open && this.active >= 0) {
        event.preventDefault();
        this.take(this.active, event);
      } else if (event.key === "Enter") this.stop();
      else if (event.key === "Escape") this.escape(event);
    }

    escape(event) {
      event.preventDefault(); // browsers clear a search field at once
      this.abandon();
      if (this.open) this.close();
      else this.input.value = "";
    }

    take(at, event) {
      const { url, query } = this.options[at];
      if (query !== null && query !== undefined) this.input.value = query;
      this.stop();
      this.go(url, query || "", event.ctrlKey || event.metaKey || event.shiftKey);
    }
  }

  class PraxisSearch extends HTMLElement {
    static praxisTexts = texts;

    connectedCallback() {
      if (this.shadowRoot) return;
      this.read();
      const root = this.attachShadow({ mode: "open", delegatesFocus: true });
      adopt(root, style);
      root.append(this.form());
      this.combobox = new Combobox(this.input, this.suggestions, (url, query, aside) => this.leave(url, query, aside));
    }

    read() {
      const results = Number.parseInt(this.getAttribute("results") ?? "3", 10);
      const server = new URL(this.getAttribute("server") || home, location.href);
      if (!server.pathname.endsWith("/")) server.pathname += "/";
      this.suggestions = new Suggestions(server.href, [...new URLSearchParams(this.getAttribute("filter") || "")], Math.min(results || 0, 20));
    }

    form() {
      const label = this.getAttribute("label") || texts.label;
      this.input = element("input", { id: "q", type: "search", name: "q", maxlength: "1024", enterkeyhint: "search", autocapitalize: "off", spellcheck: "false", dir: "auto", placeholder: this.getAttribute("placeholder") || "" });
      const box = element("div", { class: "box" }, this.input);
      const field = element("div", { class: "field" }, element("label", { for: "q" }, label), box);
      const button = element("button", { type: "submit", part: "button" }, this.getAttribute("button") || texts.button);
      const form = element("form", { role: "search", "aria-label": label }, field, button);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const query = this.input.value.trim();
        this.combobox.stop();
        this.leave(this.suggestions.page(query), query, false);
      });
      return form;
    }

    leave(url, query, aside) {
      const detail = { query, url };
      const wanted = this.dispatchEvent(new CustomEvent("praxis-search", { detail, bubbles: true, composed: true, cancelable: true }));
      if (!wanted) return;
      const target = aside ? "_blank" : this.getAttribute("target") || "_self";
      if (target === "_self") location.assign(url);
      else window.open(url, target, "noopener");
    }
  }

  if (!customElements.get("praxis-search")) customElements.define("praxis-search", PraxisSearch);

  const attached = script && script.dataset.attach && document.querySelector(script.dataset.attach);
  if (attached)
    new Combobox(attached, new Suggestions(home, [], 3), (url, query, aside) => (aside ? window.open(url, "_blank", "noopener") : location.assign(url)));
})();
