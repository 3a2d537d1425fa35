// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of page, and the style sheet, by the Nu Html Checker: the one that validator.w3.org is.
// It needs Java, which `./check --all` installs; without it these pages are html-validate's alone.

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import checker from "vnu-jar";
import { kinds } from "./kinds.mjs";
import { samples } from "./support.mjs";

const run = promisify(execFile);
const hasJava = await run("java", ["-version"]).then(() => true, () => false);

test("the Nu Html Checker has nothing to say", { skip: !hasJava && "no Java" }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "praxis-nu-"));
  try {
    for (const [name, site, path] of [...kinds, ["style.css", samples, "/web/style.css"]]) {
      const answer = await fetch(site + path, { headers: { Accept: name.endsWith(".css") ? "text/css" : "text/html" } });
      await writeFile(join(folder, name.endsWith(".css") ? name : `${name}.html`), await answer.text());
    }
    const said = await run("java", ["-jar", String(checker), "--also-check-css", "--format", "gnu", folder]).then(
      ({ stderr }) => stderr,
      ({ stderr }) => stderr,
    );
    assert.deepEqual(said.split("\n").filter((line) => /error|warning/.test(line)), []);
  } finally {
    await rm(folder, { recursive: true });
  }
});
