// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "server/http/pages/layout.h"

#include "server/http/file_handlers.h"

namespace praxis::http {

namespace {

struct Way {
    std::string_view address;
    std::string_view label;
};

constexpr Way ways[] = {
    {"/", "Search"}, {"/topics", "Topics"}, {"/help", "Help"}, {"/about", "About"}};

std::string_view language_of(const schemas::Library& library) {
    return library.languages.empty() ? "en" : std::string_view(library.languages.front());
}

std::string_view name_of(const schemas::Library& library) {
    return library.name.empty() ? "Library" : std::string_view(library.name);
}

void write_meta(HtmlWriter& html, const PageFrame& frame) {
    html.empty("meta", {{"charset", "utf-8"}});
    html.element("title",
                 {},
                 frame.title.empty() ? std::string(name_of(frame.library))
                                     : frame.title + " – " + std::string(name_of(frame.library)));
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    if (!frame.description.empty())
        html.empty("meta", {{"name", "description"}, {"content", frame.description}});
    if (!frame.indexed)
        html.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
}

void write_links(HtmlWriter& html, const PageFrame& frame) {
    html.empty("link", {{"rel", "stylesheet"}, {"href", style_sheet_address()}});
    html.empty("link", {{"rel", "icon"}, {"href", "/web/icon.svg"}, {"type", "image/svg+xml"}});
    const std::string& base = frame.library.base_url;
    if (!frame.address.empty() && !base.empty())
        html.empty("link", {{"rel", "canonical"}, {"href", base + frame.address}});
    if (!frame.data_address.empty())
        html.empty(
            "link",
            {{"rel", "alternate"}, {"type", "application/json"}, {"href", frame.data_address}});
}

void write_scripts(HtmlWriter& html) {
    html.element("script",
                 {{"src", search_box_address()}, {"data-attach", "#praxis-q"}, {"defer", "defer"}},
                 "");
    html.element("script", {{"src", page_script_address()}, {"defer", "defer"}}, "");
}

void write_head(HtmlWriter& html, const PageFrame& frame) {
    const auto head = html.in("head");
    write_meta(html, frame);
    write_links(html, frame);
    if (frame.head)
        frame.head(html);
    write_scripts(html);
}

// Without autocompletion, so that going back shows the filters of the address, not those ticked
// since.
void write_search_form(HtmlWriter& html, const PageFrame& frame) {
    const auto form = html.in("form",
                              {{"id", "praxis-search"},
                               {"role", "search"},
                               {"action", "/"},
                               {"method", "get"},
                               {"autocomplete", "off"}});
    html.element("label", {{"for", "praxis-q"}}, "Search the library");
    {
        const auto box = html.in("div", {{"class", "box"}});
        html.empty("input",
                   {{"id", "praxis-q"},
                    {"type", "search"},
                    {"name", "q"},
                    {"value", frame.query},
                    {"maxlength", "1024"},
                    {"dir", "auto"},
                    {"enterkeyhint", "search"},
                    {"autocapitalize", "off"}});
        html.element("button", {{"type", "submit"}}, "Search");
    }
    if (frame.hidden_fields)
        frame.hidden_fields(html);
}

void write_ways(HtmlWriter& html, const PageFrame& frame) {
    const auto nav = html.in("nav", {{"class", "ways"}, {"aria-label", "Main"}});
    const auto list = html.in("ul");
    for (const Way& way : ways) {
        const auto item = html.in("li");
        html.element("a",
                     {{"href", way.address},
                      {"aria-current", way.address == frame.section ? "page" : absent}},
                     way.label);
    }
}

void write_banner(HtmlWriter& html, const PageFrame& frame) {
    const auto banner = html.in("header", {{"class", "banner"}});
    const auto inner = html.in("div", {{"class", "inner"}});
    html.element("a", {{"class", "brand"}, {"href", "/"}, {"dir", "auto"}}, name_of(frame.library));
    write_ways(html, frame);
    if (!frame.welcome)
        write_search_form(html, frame);
}

void write_welcome(HtmlWriter& html, const PageFrame& frame) {
    const auto welcome = html.in("div", {{"class", "welcome"}});
    const auto inner = html.in("div", {{"class", "inner"}});
    frame.welcome(html);
    write_search_form(html, frame);
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

std::string write_page(const PageFrame& frame, const Writer& content) {
    HtmlWriter html;
    html.doctype();
    {
        const auto document = html.in("html", {{"lang", language_of(frame.library)}});
        write_head(html, frame);
        const auto body = html.in("body");
        html.element("a", {{"class", "skip"}, {"href", "#praxis-main"}}, "Skip to the content");
        write_banner(html, frame);
        {
            const auto main = html.in("main", {{"id", "praxis-main"}, {"tabindex", "-1"}});
            if (frame.welcome)
                write_welcome(html, frame);
            const auto inner = html.in("div", {{"class", "inner"}});
            content(html);
        }
        write_footer(html, frame);
    }
    return html.take();
}

} // namespace praxis::http
