// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/citations/kind_terms.h"

#include <algorithm>
#include <array>

namespace praxis::http {

namespace {

// RIS "CASE" and CSL "legal_case" are decisions of courts: a case study is a report.
constexpr std::array<KindTerms, 18> table = {{
    {"", "misc", "GEN", "document", "CreativeWork", "Text"},
    {"case-study", "techreport", "RPRT", "report", "Report", "Text"},
    {"leading-practice", "techreport", "RPRT", "report", "Report", "Text"},
    {"research-report", "techreport", "RPRT", "report", "Report", "Text"},
    {"plan", "techreport", "RPRT", "report", "Report", "Text"},
    {"newsletter-issue", "misc", "NEWS", "periodical", "PublicationIssue", "Text"},
    {"newsletter-item", "article", "NEWS", "article-newspaper", "NewsArticle", "Text"},
    {"hot-topic", "misc", "ELEC", "webpage", "WebPage", "Text"},
    {"question", "misc", "ELEC", "webpage", "WebPage", "Text"},
    {"award", "misc", "ELEC", "webpage", "WebPage", "Text"},
    {"conference-session", "misc", "CPAPER", "speech", "CreativeWork", "Event"},
    {"webinar", "misc", "VIDEO", "broadcast", "CreativeWork", "MovingImage"},
    {"event", "misc", "ELEC", "webpage", "WebPage", "Event"},
    {"article", "article", "JOUR", "article", "Article", "Text"},
    {"guide", "manual", "GEN", "document", "CreativeWork", "Text"},
    {"law", "misc", "STAT", "legislation", "Legislation", "Text"},
    {"organization", "misc", "ELEC", "webpage", "AboutPage", "Text"},
    {"person", "misc", "ELEC", "webpage", "ProfilePage", "Text"},
}};

} // namespace

const KindTerms& terms_of_kind(std::string_view kind) {
    const auto found = std::ranges::find(table, kind, &KindTerms::kind);
    return found == table.end() ? table.front() : *found;
}

} // namespace praxis::http
