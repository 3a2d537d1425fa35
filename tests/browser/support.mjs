// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// What the browser tests share: the servers (started by run.sh), the browser, the judges.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export const samples = process.env.PRAXIS_SAMPLES_URL;
export const hostile = process.env.PRAXIS_HOSTILE_URL;
export const many = process.env.PRAXIS_MANY_URL; // one publication with 2,500 keywords

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Debian's browser; the switches keep it from asking the network for anything.
export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.PRAXIS_CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

// How many pixels of the page stand out to the side.
export const overhang = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Runs a test with a page of its own; fails on any message of the console that is an error.
export const withPage = async (browser, options, test) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("dialog", (dialog) => errors.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  try {
    await test(page, context);
  } finally {
    await context.close();
  }
  const expected = options.errors ?? [];
  assert.deepEqual(errors.filter((error) => !expected.some((part) => error.includes(part))), []);
};

// Every violation that axe finds, with the first node of each.
export const violations = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} × ${nodes[0].html.slice(0, 200)}`);
};

// What has the focus, by its role and name, as a screen reader would say it.
export const focused = (page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node.shadowRoot && node.shadowRoot.activeElement) node = node.shadowRoot.activeElement;
    return { tag: node.localName, id: node.id, text: (node.labels?.[0] ?? node).textContent.trim().replace(/\s+/g, " ") };
  });

// Presses Tab until the condition holds, as someone without a mouse does.
export const tabTo = async (page, wanted, most = 120) => {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (wanted(now)) return now;
  }
  throw new Error("the keyboard does not lead there");
};
