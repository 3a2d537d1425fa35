// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// The search box on a website of someone else's, under the strictest policy that lets it in.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { openBrowser, overhang, samples, violations, withPage } from "./support.mjs";

const page = (attributes, beyond = "") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A town's website</title>
<script src="${samples}/embed/praxis-search.js" defer></script></head>
<body><header><h1>Town of Elsewhere</h1></header>
<main><praxis-search ${attributes}><a href="${samples}/">Search the library</a></praxis-search>
<p>${"The town was founded long ago. ".repeat(20)}</p>${beyond}</main></body></html>`;

// What README tells a webmaster to put into a page, with the address of the library that is served.
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const lines = readme.match(/```html\n([^`]+)```/)[1].replaceAll("https://library.example.org", samples);
const demo = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A town's website</title></head>
<body><h1>Town of Elsewhere</h1>
${lines}</body></html>`;

const policy = `default-src 'none'; script-src ${samples}; connect-src ${samples}; style-src 'none'; form-action 'none'; require-trusted-types-for 'script'`;

let browser, site, foreign;
before(async () => {
  browser = await openBrowser();
  site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://x");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policy);
    response.end(pathname === "/demo" ? demo : page(searchParams.get("attributes") ?? ""));
  }).listen(0, "127.0.0.1");
  await new Promise((done) => site.once("listening", done));
  foreign = `http://localhost:${site.address().port}/`;
});
after(async () => {
  await browser.close();
  site.close();
});

const at = (attributes) => `${foreign}?attributes=${encodeURIComponent(attributes)}`;

test("it is light", async () => {
  const script = Buffer.from(await (await fetch(samples + "/embed/praxis-search.js")).arrayBuffer());
  const weight = gzipSync(script, { level: 9 }).length;
  assert.ok(weight > 1000 && weight <= 15_000, `${weight} bytes`);
});

test("the lines of README are all that a page needs", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(foreign + "demo");
    await page.getByRole("combobox", { name: "Search the library" }).pressSequentially("skene");
    await page.getByRole("option", { name: /Two fire districts, one chief/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(samples + "/?q=skene");
  }));

test("the lines of README lead to the library without script", () =>
  withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(foreign + "demo");
    await page.getByRole("link", { name: "Search the library" }).click();
    await page.getByRole("heading", { level: 1, name: "Praxis sample library" }).waitFor();
  }));

test("it looks and sounds like a combobox", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(foreign);
    const box = page.getByRole("combobox", { name: "Search the library" });
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.equal(await page.getByRole("status").count(), 1); // there before it speaks
    await box.pressSequentially("fire");
    await page.getByRole("listbox", { name: "Suggestions" }).waitFor();
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    assert.equal(await box.getAttribute("aria-autocomplete"), "list");
    await page.getByRole("group", { name: "Publications" }).getByRole("option").first().waitFor();
    await page.getByRole("status").getByText(/\d+ suggestions/).waitFor();
    assert.deepEqual(await violations(page), []);
  }));

test("its keys are those of the pattern", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(foreign);
    const box = page.getByRole("combobox");
    const active = () =>
      page.evaluate(() => {
        const root = document.querySelector("praxis-search").shadowRoot;
        const id = root.activeElement?.getAttribute("aria-activedescendant");
        return id ? root.getElementById(id).getAttribute("aria-selected") + root.getElementById(id).textContent : null;
      });
    const options = () => page.getByRole("option").allTextContents();
    await box.focus();
    await page.keyboard.type("fire");
    await page.getByRole("listbox").waitFor();
    assert.equal(await active(), null); // nothing is chosen unasked
    const all = await options();
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(), "true" + all[0]);
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), null);
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), "true" + all.at(-1));
    await page.keyboard.press("Home"); // stays in the text
    await page.keyboard.press("End");
    assert.equal(await box.inputValue(), "fire"); // typing is never replaced
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("listbox").count(), 0);
    assert.equal(await box.inputValue(), "fire");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("listbox").waitFor();
    await page.keyboard.press("Alt+ArrowUp");
    assert.equal(await page.getByRole("listbox").count(), 0);
    await page.keyboard.press("Escape");
    assert.equal(await box.inputValue(), "");
    await page.keyboard.type("fire");
    await page.getByRole("listbox").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab"); // leaves without choosing
    assert.equal(await page.getByRole("listbox").count(), 0);
    assert.equal(page.url(), foreign);
  }));

test("Enter searches, or takes the option", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(foreign);
    await page.getByRole("combobox").fill("fire district");
    await page.keyboard.press("Enter");
    await page.waitForURL(samples + "/?q=fire+district");
    await page.goto(foreign);
    await page.getByRole("combobox").pressSequentially("fire");
    await page.getByRole("option").first().waitFor();
    const last = page.getByRole("option").last();
    assert.match(await last.textContent(), /See all results for “fire”/);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(samples + "/?q=fire");
    await page.goto(foreign);
    await page.getByRole("combobox").pressSequentially("skene val");
    await page.getByRole("option", { name: /Two fire districts, one chief/ }).click();
    await page.waitForURL(/\/publications\//);
  }));

test("a whole word finds what it stands for before what it begins", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(at('results="3"'));
    await page.getByRole("combobox").pressSequentially("fire");
    const found = page.getByRole("group", { name: "Publications" }).getByRole("option");
    await found.first().waitFor();
    // What has "firefighter" alone, or is merely newer, comes later.
    for (const title of (await found.allInnerTexts()).slice(0, 2)) assert.match(title.split("\n")[0], /\bfire\b/i);
  }));

test("without script the link remains", () =>
  withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(foreign);
    await page.getByRole("link", { name: "Search the library" }).click();
    await page.getByRole("searchbox", { name: "Search the library" }).waitFor();
  }));

test("its attributes do what they say", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(at('label="Cases" button="Go" placeholder="e.g. fire" filter="kind=case-study" results="2"'));
    await page.getByRole("combobox", { name: "Cases" }).pressSequentially("city");
    await page.getByRole("group", { name: "Publications" }).waitFor();
    assert.equal(await page.getByRole("group", { name: "Publications" }).getByRole("option").count(), 2);
    await page.getByRole("button", { name: "Go" }).click();
    await page.waitForURL(samples + "/?kind=case-study&q=city");
  }));

test("a page may take the search over", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(foreign);
    await page.evaluate(() =>
      addEventListener("praxis-search", (event) => {
        event.preventDefault();
        window.heard = event.detail;
      }),
    );
    await page.getByRole("combobox").fill("fire");
    await page.keyboard.press("Enter");
    assert.deepEqual(await page.evaluate(() => window.heard), { query: "fire", url: samples + "/?q=fire" });
    assert.equal(page.url(), foreign);
  }));

test("half-typed words of other scripts are not sent", () =>
  withPage(browser, {}, async (page) => {
    const asked = [];
    page.on("request", (request) => request.url().includes("/v1/") && asked.push(request.url()));
    await page.goto(foreign);
    const client = await page.context().newCDPSession(page);
    await page.getByRole("combobox").focus();
    await client.send("Input.imeSetComposition", { text: "しょ", selectionStart: 2, selectionEnd: 2 });
    await page.waitForTimeout(400);
    assert.deepEqual(asked, []);
    await client.send("Input.insertText", { text: "消防" });
    await page.waitForTimeout(400);
    assert.ok(asked.length > 0);
  }));

test("it sends nothing elsewhere and remembers nothing", () =>
  withPage(browser, {}, async (page, context) => {
    const hosts = new Set();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(foreign);
    await page.getByRole("combobox").pressSequentially("fire");
    await page.getByRole("listbox").waitFor();
    assert.deepEqual([...hosts].sort(), [samples, new URL(foreign).origin].sort());
    assert.deepEqual(await context.storageState(), { cookies: [], origins: [] });
  }));

test("a library that does not answer leaves a box that works", () =>
  withPage(browser, { errors: ["ERR_FAILED"] }, async (page) => {
    await page.route("**/v1/**", (route) => route.abort());
    await page.goto(foreign);
    await page.getByRole("combobox").pressSequentially("fire");
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole("listbox").count(), 0);
    await page.keyboard.press("Enter");
    await page.waitForURL(samples + "/?q=fire");
  }));

for (const [colorScheme, width] of [["light", 320], ["dark", 1280]])
  test(`it is accessible and fits, ${colorScheme}, ${width} pixels`, () =>
    withPage(browser, { colorScheme, viewport: { width, height: 640 } }, async (page) => {
      await page.goto(foreign);
      await page.getByRole("combobox").pressSequentially("fire");
      await page.getByRole("listbox").waitFor();
      await page.keyboard.press("ArrowDown");
      assert.deepEqual(await violations(page), []);
      assert.equal(await overhang(page), 0);
    }));
