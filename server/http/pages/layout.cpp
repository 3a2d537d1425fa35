// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/layout.h"

#include "server/http/file_handlers.h"

namespace praxis::http {

namespace {

std::string_view language_of(const schemas::Library& library) {
    return library.languages.empty() ? "en" : std::string_view(library.languages.front());
}

std::string_view name_of(const schemas::Library& library) {
    return library.name.empty() ? "Library" : std::string_view(library.name);
}

void write_head(HtmlWriter& html, const PageFrame& frame) {
    const auto head = html.in("head");
    html.empty("meta", {{"charset", "utf-8"}});
    html.element("title",
                 {},
                 frame.title.empty() ? std::string(name_of(frame.library))
                                     : frame.title + " – " + std::string(name_of(frame.library)));
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    if (!frame.indexed)
        html.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
    html.empty("link", {{"rel", "stylesheet"}, {"href", style_sheet_address()}});
    html.empty("link", {{"rel", "icon"}, {"href", "/web/icon.svg"}, {"type", "image/svg+xml"}});
    if (!frame.data_address.empty())
        html.empty(
            "link",
            {{"rel", "alternate"}, {"type", "application/json"}, {"href", frame.data_address}});
}

void write_search_form(HtmlWriter& html, const PageFrame& frame, const Writer& hidden_fields) {
    const auto form = html.in(
        "form", {{"id", "praxis-search"}, {"role", "search"}, {"action", "/"}, {"method", "get"}});
    html.element("label", {{"for", "praxis-q"}}, "Search the library");
    {
        const auto box = html.in("div", {{"class", "box"}});
        html.empty("input",
                   {{"id", "praxis-q"},
                    {"type", "search"},
                    {"name", "q"},
                    {"value", frame.query},
                    {"maxlength", "1024"},
                    {"autocomplete", "off"},
                    {"autocapitalize", "off"}});
        html.element("button", {{"type", "submit"}}, "Search");
    }
    if (hidden_fields)
        hidden_fields(html);
}

void write_banner(HtmlWriter& html, const PageFrame& frame, const Writer& hidden_fields) {
    const auto banner = html.in("header", {{"class", "banner"}});
    const auto inner = html.in("div", {{"class", "inner"}});
    html.element("a", {{"class", "brand"}, {"href", "/"}}, name_of(frame.library));
    write_search_form(html, frame, hidden_fields);
}

void write_footer(HtmlWriter& html, const PageFrame& frame) {
    const auto footer = html.in("footer", {{"class", "inner"}});
    const auto line = html.in("p");
    html.text("Searched with Praxis.");
    if (!frame.data_address.empty()) {
        html.text(" ");
        html.element("a", {{"href", frame.data_address}, {"rel", "nofollow"}}, "This page as JSON");
    }
}

} // namespace

std::string write_page(const PageFrame& frame, const Writer& hidden_fields, const Writer& content) {
    HtmlWriter html;
    html.doctype();
    {
        const auto document = html.in("html", {{"lang", language_of(frame.library)}});
        write_head(html, frame);
        const auto body = html.in("body");
        html.element("a", {{"class", "skip"}, {"href", "#praxis-main"}}, "Skip to the content");
        write_banner(html, frame, hidden_fields);
        {
            const auto main =
                html.in("main", {{"id", "praxis-main"}, {"class", "inner"}, {"tabindex", "-1"}});
            content(html);
        }
        write_footer(html, frame);
    }
    return html.take();
}

} // namespace praxis::http
