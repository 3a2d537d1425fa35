// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace praxis::http {

// Writes HTML from front to back; everything that is not a literal of ours is escaped.
//
//   HtmlWriter html;
//   {
//       const auto list = html.in("ul", {{"class", "topics"}});  // closed at the end of the scope
//       html.element("li", {}, topic.label);
//   }
//
// There is no way to put raw text in, so there is nothing to forget. Names of elements and
// attributes are literals (consteval), values are anything.
//
// Shapes:   balanced; malformed UTF-8 is repaired, control characters vanish.
// Threads:  Thread-compatible
class HtmlWriter {
public:
    // A name of an element or attribute: only a literal becomes one.
    class Name {
    public:
        // NOLINTNEXTLINE(google-explicit-constructor)
        consteval Name(const char* literal) : text_(literal) {}

        constexpr std::string_view text() const { return text_; }

    private:
        std::string_view text_;
    };

    struct Attribute {
        Name name;
        std::string_view value; // `absent`: the attribute is not written
    };

    using Attributes = std::initializer_list<Attribute>;

    class Scope {
    public:
        Scope(HtmlWriter& html, Name name) : html_(html), name_(name) {}

        ~Scope() { html_.close(name_); }

        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        HtmlWriter& html_;
        Name name_;
    };

    // The declaration that a document begins with.
    void doctype();

    Scope in(Name name, Attributes attributes = {});

    // An element with text alone.
    void element(Name name, Attributes attributes, std::string_view content);

    // An element without content or end: meta, link, input.
    void empty(Name name, Attributes attributes);

    void text(std::string_view content);

    // A script element of data, which no browser runs and no policy against scripts refuses.
    // `json` may not contain "<": JSON can write it as an escape.
    void data_block(std::string_view media_type, std::string_view json);

    std::string take() { return std::move(text_); }

private:
    void open(Name name, Attributes attributes);
    void close(Name name);
    void append_escaped(std::string_view content);

    std::string text_;
};

// For attributes that are there or not: {"checked", selected ? "checked" : absent}.
// Known by its address, which is one in the whole program.
inline constexpr char absent_mark[] = "absent";
inline constexpr std::string_view absent{absent_mark};

} // namespace praxis::http
