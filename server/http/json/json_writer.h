// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::http {

// Writes JSON from front to back, so that keys stand in the order in which they are written.
//
//   JsonWriter json;
//   {
//       const auto object = json.object();      // closed at the end of the scope
//       json.member("total", total);
//       const auto hits = json.key("hits").array();
//       for (const Hit& hit : ...) write_hit(json, hit);
//   }
//   std::string text = json.take();
//
// A tree of values built first costs more than most searches; this appends to one string.
//
// Shapes:   UTF-8 without blanks or line ends; malformed input is repaired, NaN becomes null.
// Threads:  Thread-compatible
class JsonWriter {
public:
    // Closes what it opened when it goes out of scope.
    class Scope {
    public:
        Scope(JsonWriter& json, char close) : json_(json), close_(close) {}

        ~Scope() { json_.close(close_); }

        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        JsonWriter& json_;
        char close_;
    };

    Scope object();
    Scope array();
    JsonWriter& key(std::string_view name);

    void value(std::string_view text);
    void value(std::uint64_t number);
    void value(double number);
    void value(bool yes);
    void null();

    // Without this, a literal would be written as a bool.
    void value(const char* text) { value(std::string_view(text)); }

    void member(std::string_view name, const auto& content) { key(name).value(content); }

    std::string take() { return std::move(text_); }

private:
    void separate();
    void close(char bracket);
    void append_quoted(std::string_view text);

    std::string text_;
    bool needs_comma_ = false;
};

} // namespace praxis::http
