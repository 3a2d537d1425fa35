// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// What our own pages do better with script; without it nothing is missing but comfort.

(() => {
  "use strict";

  // [data-copy="#id"]: copies the text of that element, links with their whole address.
  const textOf = (node) => {
    const copy = node.cloneNode(true);
    for (const link of copy.querySelectorAll("a[href]")) if (link.textContent.startsWith("/")) link.textContent = link.href;
    return copy.textContent.trim();
  };
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(textOf(document.querySelector(button.dataset.copy)));
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = label), 2000);
    });
  }

  // [data-finds="#id"]: hides the choices of a list of whose labels no word begins as was typed.
  const plain = (text) => ` ${text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")}`.replace(/[^\p{L}\p{N}]+/gu, " ");
  for (const input of document.querySelectorAll("[data-finds]")) {
    const list = document.querySelector(input.dataset.finds);
    if (!list) continue;
    const items = [...list.querySelectorAll("li")].map((node) => ({ node, text: plain(node.textContent) }));
    input.addEventListener("input", () => {
      const letters = plain(input.value).trimEnd();
      for (const { node, text } of items) node.hidden = !text.includes(letters) && !node.querySelector("input:checked");
    });
  }
})();
