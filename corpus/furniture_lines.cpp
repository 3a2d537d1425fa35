// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/furniture_lines.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace praxis::corpus {

namespace {

// One phrase a line: before the page, ways through the site, requests.
constexpr std::string_view whole_lines = R"(
one moment
one moment please
just a moment
please wait
loading
checking your browser
please enable javascript
you need to enable javascript to run this app
javascript is disabled
javascript is required
clickability tracking pixel
tracking pixel
advertisement
advertisements
sponsored content
skip to content
skip to main content
skip to navigation
skip to main navigation
jump to navigation
back to top
return to top
top of page
go to top
menu
main menu
toggle navigation
you are here
search
search this site
sitemap
previous
next
previous post
next post
older posts
newer posts
share
share this
share this page
share this article
share on facebook
share on twitter
share on linkedin
tweet
tweet this
like this
print
print this page
email
email this page
email this article
subscribe
subscribe now
subscribe to our newsletter
sign up for our newsletter
follow us
read more
show more
continue reading
was this helpful
was this article helpful
was this information helpful
report a broken link
report a problem with this page
thank you for your feedback
thanks for your feedback
log in
sign in
leave a comment
no comments
posted by
)";

constexpr std::string_view headings = R"(
latest tweets
recent tweets
tweets
twitter feed
feedback
site feedback
share
share this
share this page
share this article
related
related articles
related posts
related content
related links
related stories
you may also like
you might also like
recommended for you
read next
up next
see also
more like this
more stories
more from this section
most popular
most read
popular posts
recent posts
trending
trending now
comments
leave a comment
leave a reply
post a comment
subscribe
sign up for our newsletter
newsletter sign-up
follow us
connect with us
advertisement
)";

constexpr auto beginnings =
    std::to_array<std::string_view>({"clickability tracking pixel",
                                     "running into a problem? please describe",
                                     "on a scale of 1-5",
                                     "on a scale of 1 to 5",
                                     "on a scale of 1-10",
                                     "on a scale of 1 to 10",
                                     "please explain why you chose that rating",
                                     "was this helpful?",
                                     "was this page helpful",
                                     "was this article helpful?",
                                     "was this information helpful?",
                                     "is this page useful",
                                     "rate this page",
                                     "broken link?",
                                     "did you find what you were looking for",
                                     "this site uses cookies",
                                     "this website uses cookies",
                                     "we use cookies",
                                     "by using this site, you agree",
                                     "tweets by @"});

// The line in lower case without what stands around its words.
std::string bare(std::string_view line) {
    constexpr auto around = std::to_array<std::string_view>(
        {" ", ".", ":", "!", "?", "*", ">", "|", "-", "\u2026", "\u00BB", "\u00AB"});
    const std::string lower = to_lower_ascii(collapse_whitespace(line));
    std::string_view text = lower;
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view sign : around) {
            if (text.starts_with(sign)) {
                text.remove_prefix(sign.size());
                changed = true;
            }
            if (text.ends_with(sign)) {
                text.remove_suffix(sign.size());
                changed = true;
            }
        }
    }
    return std::string(text);
}

bool is_proxy_breadcrumb(std::string_view text) {
    return text.find("[go: up one dir, main page]") != std::string_view::npos && text.size() < 120;
}

bool is_line_of(std::string_view table, std::string_view text) {
    return !text.empty() && table.find("\n" + std::string(text) + "\n") != std::string_view::npos;
}

} // namespace

bool is_furniture_line(std::string_view line) {
    if (line.size() > 300)
        return false;
    const std::string text = bare(line);
    return is_line_of(whole_lines, text) || is_proxy_breadcrumb(to_lower_ascii(line)) ||
           std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view begin) {
               return text.starts_with(begin);
           });
}

bool is_furniture_heading(std::string_view heading) {
    return heading.size() <= 60 && is_line_of(headings, bare(heading));
}

} // namespace praxis::corpus
