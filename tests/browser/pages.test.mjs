// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of page, in both themes: valid, accessible, whole at 320 pixels, printable, light.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { kinds } from "./kinds.mjs";
import { hostile, openBrowser, overhang, samples, violations, withPage } from "./support.mjs";

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: { "long-title": "off", "no-inline-style": "error", "aria-label-misuse": ["error", { allowAnyNamable: true }] },
});

const asPerson = { headers: { Accept: "text/html" } };
const refused = { errors: ["400", "404"] }; // the browser reports these answers as errors

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

for (const [name, site, path] of kinds) {
  test(`${name}: the HTML is valid`, async () => {
    const html = await (await fetch(site + path, asPerson)).text();
    const { results } = await validator.validateString(html);
    const flaws = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`));
    assert.deepEqual(flaws, []);
  });

  test(`${name}: nothing stands in anyone's way`, () =>
    withPage(browser, refused, async (page) => {
      await page.goto(site + path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await violations(page), [], colorScheme);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      assert.equal(await overhang(page), 0, "it fits 320 pixels");
    }));
}

test("targets are 24 pixels high where they stand alone", () =>
  withPage(browser, { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto(samples + "/?q=fire&kind=case-study");
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, fieldset label, .active a, .sorting a, .topics a, .ways a, summary")]
        .filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < 24)
        .map((node) => node.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(small, []);
  }));

test("text may be twice as large", () =>
  withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(samples + "/?q=fire");
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    assert.equal(await overhang(page), 0);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.waitForURL(/q=fire/);
  }));

test("print shows the text without the controls", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(samples + "/publications/the-culvert-14");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("search").isVisible(), false);
    assert.equal(await page.getByRole("navigation", { name: "Main" }).isVisible(), false);
    assert.equal(await page.getByRole("heading", { level: 1 }).isVisible(), true);
    await page.goto(samples + "/?q=fire&kind=case-study");
    assert.equal(await page.getByText("Kind: Case study").isVisible(), true); // what the paper shows is said on it
  }));

test("print keeps the picture of the topics on one sheet", () =>
  withPage(browser, { viewport: { width: 680, height: 960 } }, async (page) => {
    await page.goto(samples + "/topics");
    await page.emulateMedia({ media: "print" });
    assert.ok((await page.getByRole("group", { name: /Topics, as large/ }).boundingBox()).height < 700);
  }));

test("the first page weighs at most 60 KB compressed with all it loads", async () => {
  for (const site of [samples, hostile])
    await withPage(browser, {}, async (page) => {
      const bodies = [];
      page.on("response", (response) => bodies.push(response.body()));
      await page.goto(site + "/", { waitUntil: "networkidle" });
      const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
      assert.ok(bodies.length >= 4, "page, style, two scripts");
      assert.ok(weight > 5_000 && weight <= 60_000, `${weight} bytes`);
    });
});

test("nothing is loaded from elsewhere and nothing is stored", () =>
  withPage(browser, {}, async (page, context) => {
    const hosts = new Set();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(samples + "/?q=fire", { waitUntil: "networkidle" });
    assert.deepEqual([...hosts], [samples]);
    assert.deepEqual(await context.storageState(), { cookies: [], origins: [] });
  }));

test("every example of the help page finds what it says", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(samples + "/help");
    const examples = await page.locator(".examples tbody tr:has(td)").evaluateAll((rows) =>
      rows.map((row) => [row.querySelector("a").href, row.querySelector(".count").textContent]),
    );
    assert.ok(examples.length >= 12, `${examples.length} examples`);
    for (const [address, count] of examples) {
      const html = await (await fetch(address, asPerson)).text();
      assert.match(html, new RegExp(`<h1 id="praxis-heading">${count} result`), address);
    }
  }));
