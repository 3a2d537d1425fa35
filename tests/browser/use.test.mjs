// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Finding, filtering, reading, citing and sharing: by keyboard alone, without script, by ear,
// back and forward, over a slow network.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { focused, hostile, many, openBrowser, samples, tabTo, withPage } from "./support.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

const noScript = { javaScriptEnabled: false };

for (const options of [{}, noScript]) {
  const how = options.javaScriptEnabled === false ? "without script" : "with script";

  test(`the keyboard alone finds, filters, reads and cites, ${how}`, () =>
    withPage(browser, options, async (page) => {
      await page.goto(samples + "/");
      await page.keyboard.press("Tab");
      assert.equal((await focused(page)).text, "Skip to the content");
      await tabTo(page, ({ id }) => id === "praxis-q");
      await page.keyboard.type("fire district");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=fire/);
      await page.getByRole("heading", { level: 1, name: /results? for “fire district”/ }).waitFor();

      await tabTo(page, ({ text }) => /^Case study \d+$/.test(text));
      await page.keyboard.press("Space");
      await tabTo(page, ({ text }) => text === "Apply filters");
      await page.keyboard.press("Enter");
      await page.waitForURL(/kind=case-study/);
      await page.getByRole("link", { name: "Remove the filter Kind: Case study" }).waitFor();

      await tabTo(page, ({ text }) => text === "Cite, share or download these results");
      await page.keyboard.press("Enter");
      assert.match(await page.locator("#praxis-citation").innerText(), /search for “fire district”, 1 result/);

      await page.getByRole("list", { name: "Filters that are on" }).waitFor();
      await page.locator(".hit a").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/publications\//);
      await page.getByRole("heading", { level: 1, name: /Skene Valley/ }).waitFor();
      await page.getByRole("complementary", { name: "About this publication" }).waitFor();
    }));
}

test("the address holds the whole state, back and forward", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(samples + "/?q=water");
    await page.getByLabel(/^Case study/).check();
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.waitForURL(/kind=case-study/);
    const filtered = await page.getByRole("heading", { level: 1 }).innerText();
    await page.getByRole("link", { name: "Newest first" }).click();
    await page.waitForURL(/sort=-date/);
    await page.goBack();
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), filtered);
    assert.equal(await page.getByLabel(/^Case study/).isChecked(), true);
    await page.goBack();
    assert.equal(await page.getByLabel(/^Case study/).isChecked(), false);
    assert.equal(await page.getByLabel("Search the library").inputValue(), "water");
    await page.goForward();
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), filtered);
  }));

test("the number beside a value is the total after choosing it", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/?q=water");
    const label = await page.locator("fieldset label").first().innerText();
    await page.locator("fieldset input[type=checkbox]").first().check();
    await page.getByRole("button", { name: "Apply filters" }).click();
    const [, count] = label.match(/(\d+)\s*$/);
    await page.getByRole("heading", { level: 1, name: new RegExp(`^${count} results? for`) }).waitFor();
  }));

test("years are chosen by two fields, in any order", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/");
    await page.getByRole("spinbutton", { name: "From" }).fill("2018");
    await page.getByRole("spinbutton", { name: "to" }).fill("2016");
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.getByRole("link", { name: "Remove the filter Year: 2016 to 2018" }).waitFor();
    assert.equal(await page.getByRole("spinbutton", { name: "From" }).inputValue(), "2016");
  }));

test("the drawing of the years has a table that says the same", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/");
    await page.getByText("Year by year").click();
    const rows = await page.getByRole("table", { name: "Results by year" }).getByRole("row").count();
    const columns = await page.locator(".years .column").count();
    assert.equal(rows - 1, columns);
    await page.getByRole("row", { name: /^2016 / }).getByRole("link").click();
    await page.getByRole("link", { name: "Remove the filter Year: 2016" }).waitFor();
  }));

test("long lists are searched without script", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/?sort=title");
    await page.getByRole("link", { name: "All values of Kind" }).click();
    await page.getByLabel("Find in this list").fill("NEWSLETTER");
    await page.getByRole("button", { name: "Find", exact: true }).click();
    assert.equal(await page.getByRole("checkbox").count(), 2);
    await page.getByRole("checkbox", { name: /Newsletter item/ }).check();
    await page.getByRole("button", { name: "Show the results" }).click();
    await page.getByRole("link", { name: "Remove the filter Kind: Newsletter item" }).waitFor();
    assert.match(page.url(), /sort=title/);
  }));

test("long lists are searched while typing, with script", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(samples + "/facets/kind");
    await page.getByLabel("Find in this list").fill("news");
    assert.equal(await page.getByRole("checkbox").count(), 2);
  }));

test("a list of values holds all of them, whatever their level", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/facets/topic");
    const { values } = await (await fetch(samples + "/v1/facets/topic?page_size=1000")).json();
    assert.ok(values.some(({ value }) => value.includes("/")));
    const shown = await page.locator("#praxis-values input").evaluateAll((boxes) => boxes.map((box) => box.value));
    assert.deepEqual(shown.sort(), values.map(({ value }) => value).sort());
  }));

for (const options of [{}, noScript])
  test(`values are found beyond the first thousand, ${options.javaScriptEnabled === false ? "without" : "with"} script`, () =>
    withPage(browser, options, async (page) => {
      await page.goto(many + "/facets/keyword");
      assert.equal(await page.getByRole("checkbox").count(), 1000);
      await page.getByText("1,000 of 2,500 values").waitFor();
      for (let turn = 0; turn < 2; ++turn)
        await Promise.all([page.waitForEvent("load"), page.getByRole("link", { name: "More values" }).click()]);
      assert.equal(await page.getByRole("checkbox").count(), 500);
      await page.goto(many + "/facets/keyword");
      await page.getByLabel("Find in this list").fill("street 2499");
      await page.keyboard.press("Enter");
      await page.getByRole("checkbox", { name: /street 2499/ }).check();
      await page.getByRole("button", { name: "Show the results" }).click();
      await page.getByRole("link", { name: "Remove the filter Keyword: street 2499" }).waitFor();
    }));

test("a value found without those above it is called by its whole path", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/facets/topic?find=wildfire");
    await page.getByRole("checkbox", { name: /^Public safety › Fire › Wildfire \d+$/ }).waitFor();
  }));

test("a whole result is downloaded in four formats", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/?q=fire&sort=title&page_size=5&facets=kind");
    const [, total] = (await page.getByRole("heading", { level: 1 }).innerText()).match(/^(\d+) results/);
    await page.getByText("Cite, share or download these results").click();
    const links = page.getByRole("list", { name: `Download all ${total} results` }).getByRole("link");
    assert.deepEqual(await links.allInnerTexts(), ["CSV", "RIS", "BibTeX", "JSON Lines"]);
    for (const address of await links.evaluateAll((all) => all.map((a) => a.href))) {
      const answer = await fetch(address);
      assert.equal(answer.status, 200, address);
      assert.equal(answer.headers.get("X-Total-Count"), total, address);
    }
  }));

test("a publication is cited in one press", () =>
  withPage(browser, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.goto(samples + "/publications/fire-consolidation-2010");
    await page.getByRole("button", { name: "Copy citation" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(
      copied,
      "Dewitt Aronson. “Fire and rescue consolidation: a first look.” Leading Practices, Center for Civic Practice, " +
        `June 15, 2010. ${samples}/publications/fire-consolidation-2010`,
    );
    for (const address of await page.getByRole("list", { name: "Formats" }).getByRole("link").evaluateAll((all) => all.map((a) => a.href)))
      assert.equal((await fetch(address)).status, 200, address);
  }));

test("what was replaced says so first, and its versions lead to each other", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/publications/fire-consolidation-2010");
    await page.getByText("There is a newer version:").getByRole("link").click();
    await page.waitForURL(/one-chief-first$/);
    assert.equal(await page.getByText("There is a newer version:").count(), 0);
    const versions = page.locator(".versions li");
    assert.deepEqual(await versions.evaluateAll((all) => all.map((li) => li.getAttribute("aria-current"))), ["true", null]);
    await versions.getByRole("link").click();
    await page.waitForURL(/fire-consolidation-2010$/);
  }));

test("nothing found leads on", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/?q=fire&kind=law");
    await page.getByRole("heading", { level: 1, name: "0 results for “fire”" }).waitFor();
    const looser = page.getByRole("listitem").filter({ hasText: "without the filter “Kind: Law” (" });
    const [, total] = (await looser.innerText()).match(/\((\d+) results\)/);
    await looser.getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: `${total} results for “fire”` }).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "by topic" }).click();
    await page.getByRole("heading", { level: 1, name: "Topics" }).waitFor();
  }));

test("pages turn in both directions", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/?page_size=5&sort=title");
    const first = await page.locator(".hit h2").allInnerTexts();
    await page.getByRole("link", { name: "Next page" }).click();
    assert.notDeepEqual(await page.locator(".hit h2").allInnerTexts(), first);
    await page.getByRole("link", { name: "Previous page" }).click();
    assert.deepEqual(await page.locator(".hit h2").allInnerTexts(), first);
  }));

test("the picture of the topics is made of links that say where they lead", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/topics");
    const parts = page.getByRole("group", { name: /Topics, as large/ }).getByRole("link");
    assert.ok((await parts.count()) > 30);
    const name = await parts.first().locator("title").textContent();
    const [, label, count] = name.match(/^(.+): (\d+) publications$/);
    await parts.first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: `${count} publications` }).waitFor();
    await page.getByRole("link", { name: `Remove the filter Topic: ${label}` }).waitFor();
  }));

test("the tree of the topics counts what its links find", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/topics");
    const links = await page.locator(".tree a").evaluateAll((all) => all.map((a) => [a.href, a.querySelector(".count").textContent]));
    assert.ok(links.length > 100);
    for (const [address, count] of links.filter((_, place) => place % 10 === 0))
      assert.match(await (await fetch(address)).text(), new RegExp(`<h1 id="praxis-heading">${count} publication`), address);
  }));

test("an issue leads to its items and an item back to its issue", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(samples + "/publications/the-culvert-14");
    await page.getByRole("region", { name: "In this issue" }).getByRole("link").first().click();
    await page.getByRole("link", { name: "The Culvert, number 14: what fires teach" }).first().click();
    await page.waitForURL(/the-culvert-14$/);
  }));

test("hostile titles are shown and do nothing", () =>
  withPage(browser, {}, async (page) => {
    await page.goto(hostile + "/publications/hostile-title");
    const title = `If 1 < 2 & "3" > '2', what is <script>alert(1)</script>?`;
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), title);
    assert.match(await page.title(), /^If 1 < 2 & "3" > '2', what is <script>/);
    await page.goto(hostile + "/?q=heading");
    await page.getByLabel("Search the library").fill("heading");
    await page.getByRole("option").first().waitFor();
    await page.goto(hostile + "/facets/topic?find=" + encodeURIComponent('"><script>alert(9)</script>'));
    await page.goto(hostile + "/topics");
    assert.equal(await page.locator("script:not([src]):not([type='application/ld+json']), img").count(), 0);
    const addresses = await page.locator("a").evaluateAll((all) => all.map((a) => new URL(a.getAttribute("href"), location.href).protocol));
    assert.deepEqual(addresses.filter((protocol) => protocol !== "http:"), []);
  }));

test("Arabic runs from right to left inside a page that does not", () =>
  withPage(browser, noScript, async (page) => {
    await page.goto(hostile + "/publications/right-to-left");
    const direction = (locator) => locator.evaluate((node) => getComputedStyle(node).direction);
    assert.equal(await direction(page.getByRole("heading", { level: 1 })), "rtl");
    assert.equal(await direction(page.locator("section.text").first()), "rtl");
    assert.equal(await direction(page.locator("body")), "ltr");
    assert.equal(await page.locator("article").getAttribute("lang"), "ar");
  }));

test("a slow network shows the last thing asked for, not the last to arrive", () =>
  withPage(browser, {}, async (page) => {
    await page.route("**/v1/search?*", async (route) => {
      const slow = new URL(route.request().url()).searchParams.get("q").includes("water");
      await new Promise((done) => setTimeout(done, slow ? 1500 : 50));
      await route.continue().catch(() => {});
    });
    await page.goto(samples + "/");
    const box = page.getByLabel("Search the library");
    await box.pressSequentially("water");
    await page.waitForTimeout(400);
    await box.fill("fire");
    await page.getByRole("option", { name: "See all results for “fire”" }).waitFor();
    await page.waitForTimeout(1800);
    await page.getByRole("option", { name: "See all results for “fire”" }).waitFor();
    assert.equal(await page.getByRole("option", { name: /“water”/ }).count(), 0);
  }));

test("copying gives the citation with the whole address", () =>
  withPage(browser, { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await page.goto(samples + "/?q=fire");
    await page.getByText("Cite, share or download these results").click();
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /search for “fire”, \d+ results, .*http:\/\/127\.0\.0\.1:\d+\/\?q=fire&as_of=1$/);
    const [address] = copied.match(/http:.*$/);
    assert.equal((await fetch(address)).status, 200);
  }));
