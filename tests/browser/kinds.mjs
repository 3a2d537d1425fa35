// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

// Every kind of page: its name, the library it is of, its address.

import { hostile, many, samples } from "./support.mjs";

export const kinds = [
  ["start", samples, "/"],
  ["results", samples, "/?q=fire"],
  ["results with filters", samples, "/?q=fire&kind=case-study&topic.not=finance&year=2010..&sort=title"],
  ["a second page", samples, "/?page_size=3&sort=title"],
  ["no results", samples, "/?q=%22qqzx%22&kind=law&year=1900..1901"],
  ["a wrong query", samples, "/?q=(((fire"],
  ["a problem", samples, "/?colour=red"],
  ["all values of a facet", samples, "/facets/topic?q=water"],
  ["values looked for", samples, "/facets/keyword?find=wa"],
  ["a part of many values", many, "/facets/keyword"],
  ["an issue", samples, "/publications/the-culvert-14"],
  ["a replaced publication", samples, "/publications/fire-consolidation-2010"],
  ["topics", samples, "/topics"],
  ["help", samples, "/help"],
  ["about", samples, "/about"],
  ["the API", samples, "/docs"],
  ["nothing there", samples, "/nowhere"],
  ["kind of problem", samples, "/problems/gone"],
  ["hostile start", hostile, "/"],
  ["hostile publication", hostile, "/publications/hostile-title"],
  ["hostile results", hostile, "/?q=heading&topic=%22%3E%3Cimg%20src%3Dx%3E"],
  ["hostile words", hostile, "/?q=%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E"],
  ["right to left", hostile, "/publications/right-to-left"],
  ["a title without end", hostile, "/publications/long-title"],
  ["hostile topics", hostile, "/topics"],
];
