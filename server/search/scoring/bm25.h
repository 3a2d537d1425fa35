// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>

namespace praxis::search {

// BM25F in its combined form: one frequency and one length for all fields together, each field's
// share multiplied by its weight.
//
//   tf(d)    = sum over fields of weight * occurrences in the field
//   length   = sum over fields of weight * length of the field
//   norm     = k1 * (1 - b + b * length / average length)
//   score    = idf * (k1 + 1) * tf / (tf + norm)
//   idf      = ln(1 + (N - df + 0.5) / (df + 0.5))
//
// N counts the publications that live, df those of them in which the word has a frequency above 0.
//
// Threads:  Immutable
// Source:   Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", 2004;
//           k1 and b by the measurements in docs/relevance.md

constexpr double bm25_k1 = 1.2;
constexpr double bm25_b = 0.6;

double inverse_frequency(std::size_t publications, std::size_t matching);

// The norm; `relative_length` is length / average length.
double length_norm(double relative_length);

} // namespace praxis::search
