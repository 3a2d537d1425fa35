// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#include "corpus/html/furniture.h"

#include "base/utf8.h"
#include "corpus/html/given_names.h"
#include "corpus/phrases.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace praxis::corpus {

namespace {

constexpr std::string_view never_text =
    "script|style|template|noscript|iframe|object|embed|canvas|svg|map|select|"
    "textarea|datalist|dialog|audio|video|progress|meter|input|head|applet";

constexpr std::string_view furniture_tags = "nav|footer|menu|form";

constexpr std::string_view furniture_roles =
    "navigation|banner|contentinfo|complementary|search|alertdialog|dialog|menu|"
    "menubar|toolbar|tooltip|form|status";

const NameTable& hidden_names() {
    static const NameTable table(
        "sr-only visually-hidden visuallyhidden screen-reader screenreader "
        "screen-reader-text element-invisible d-none is-hidden "
        "material-icons material-symbols");
    return table;
}

const NameTable& unfolding_names() {
    static const NameTable table(
        "accordion tab tabs tabpanel collapse panel toggle expandable details faq");
    return table;
}

const NameTable& button_names() {
    static const NameTable table("button btn");
    return table;
}

// Ways through the site; other people's words; requests; advertising; ways out; counters.
const NameTable& furniture_names() {
    static const NameTable table(R"(
        nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs pagination pager skip-link
        skiplink skip-to skipnav site-header site-footer page-footer footer masthead toolbar sidebar
        side-bar sidenav widget widgets site-search search-form searchform search-box back-to-top
        post-navigation nav-links jump-links
        comments comment-list commentlist comment-form comment-respond respond disqus twitter-tweet
        tweet tweets twitter-feed twitter-timeline instagram-media fb-post facebook-feed social-feed
        cookie cookies cookie-consent consent gdpr newsletter-signup signup sign-up subscribe
        subscription share sharing sharebar sharedaddy addthis addtoany social socials social-media
        social-links follow-us feedback feedback-form login popup modal lightbox
        advert adverts advertisement advertising ad ads adslot ad-slot ad-unit adsbygoogle sponsor
        sponsored promo promoted outbrain taboola
        related recommended recommendations more-stories read-next most-popular popular-posts
        recent-posts trending tagcloud tag-cloud
        tracking-pixel pixel clickability analytics beacon)");
    return table;
}

bool is_page_frame(std::string_view tag) {
    return tag == "#document" || tag == "html" || tag == "body" || tag == "main";
}

bool is_heading_tag(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

bool is_hidden(const HtmlNode& node) {
    if (node.has_attribute("hidden") || node.attribute("aria-hidden") == "true")
        return true;
    std::string style = to_lower_ascii(node.attribute("style"));
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

// What stands above and below each node, so that asking takes no walk: the sums count what stands
// in front of a node.
struct Surroundings {
    std::vector<bool> in_heading;
    std::vector<bool> in_main;
    std::vector<std::uint32_t> headings;
    std::vector<std::uint32_t> titles;
    std::vector<std::uint32_t> heading_ink;
};

Surroundings surroundings(const HtmlTree& tree, const HtmlShape& shape) {
    const std::size_t count = tree.nodes.size();
    Surroundings found{std::vector<bool>(count),
                       std::vector<bool>(count),
                       std::vector<std::uint32_t>(count + 1),
                       std::vector<std::uint32_t>(count + 1),
                       std::vector<std::uint32_t>(count + 1)};
    for (std::size_t at = 0; at < count; ++at) {
        const HtmlNode& node = tree.nodes[at];
        const HtmlNode& above = tree.nodes[node.parent];
        found.in_heading[at] = found.in_heading[node.parent] || is_heading_tag(above.tag);
        found.in_main[at] = found.in_main[node.parent] || above.tag == "main" ||
                            above.tag == "article" || above.attribute("role") == "main";
        found.headings[at + 1] = found.headings[at] + (is_heading_tag(node.tag) ? 1 : 0);
        found.titles[at + 1] = found.titles[at] + (node.tag == "h1" ? 1 : 0);
        found.heading_ink[at + 1] = found.heading_ink[at];
        if (node.is_text() && found.in_heading[at])
            found.heading_ink[at + 1] += shape.text[at];
    }
    return found;
}

class FurnitureFinder {
public:
    FurnitureFinder(const HtmlTree& tree, const HtmlShape& shape, HtmlExtent extent)
        : tree_(tree), shape_(shape), surroundings_(surroundings(tree, shape)), extent_(extent) {}

    std::vector<bool> run() const {
        std::vector<bool> marked(tree_.nodes.size());
        for (NodeIndex at = 1; at < tree_.nodes.size();) {
            marked[at] = !tree_.nodes[at].is_text() && is_furniture(at);
            at = marked[at] ? tree_.nodes[at].end : at + 1;
        }
        return marked;
    }

private:
    bool is_furniture(NodeIndex at) const {
        const HtmlNode& node = tree_.nodes[at];
        if (is_listed(node.tag, never_text))
            return true;
        if (is_page_frame(node.tag))
            return false;
        if (node.tag == "button" || node.tag == "label")
            return !is_inside_heading(at) && share_of_page(at) < 0.1;
        const std::vector<std::string> names = given_names(node);
        if (is_unseen(at, names))
            return true;
        if (node.tag == "a" && button_names().matches(names))
            return extent_ == HtmlExtent::Page && !is_inside_heading(at) && shape_.text[at] < 60;
        if (node.tag == "a" && button_names().matches(names))
            return extent_ == HtmlExtent::Page && !is_inside_heading(at) && shape_.text[at] < 60;
        return extent_ == HtmlExtent::Page && share_of_page(at) < 0.5 &&
               (is_furniture_element(at) || is_named_furniture(at, names));
    }

    // Folded parts of an accordion are hidden until somebody opens them, but meant to be read.
    bool is_unseen(NodeIndex at, const std::vector<std::string>& names) const {
        if (hidden_names().matches(names))
            return !holds_heading(at);
        if (!is_hidden(tree_.nodes[at]))
            return false;
        const std::string_view role = tree_.nodes[at].attribute("role");
        const bool unfolds =
            unfolding_names().matches(names) || role == "tabpanel" || role == "region";
        return !unfolds || shape_.text[at] < 100;
    }

    bool is_furniture_element(NodeIndex at) const {
        const HtmlNode& node = tree_.nodes[at];
        if (is_listed(node.tag, furniture_tags) ||
            is_listed(node.attribute("role"), furniture_roles))
            return true;
        if (node.tag == "aside")
            return !is_all_heading(at);
        if (node.tag == "header")
            return !is_inside_main(at) && (!holds_heading(at) || shape_.link_share(at) > 0.5);
        return false;
    }

    bool is_named_furniture(NodeIndex at, const std::vector<std::string>& names) const {
        if (is_heading_tag(tree_.nodes[at].tag) || tree_.nodes[at].tag == "article")
            return false;
        return furniture_names().matches(names) && !holds_title(at);
    }

    double share_of_page(NodeIndex at) const {
        const double all = std::max<std::uint32_t>(shape_.text[0], 1);
        return shape_.text[at] / all;
    }

    bool is_inside_heading(NodeIndex at) const { return surroundings_.in_heading[at]; }

    bool is_inside_main(NodeIndex at) const { return surroundings_.in_main[at]; }

    bool holds_heading(NodeIndex at) const { return count_below(surroundings_.headings, at) > 0; }

    bool holds_title(NodeIndex at) const { return count_below(surroundings_.titles, at) > 0; }

    // Some pages set the headings of their sections into asides.
    bool is_all_heading(NodeIndex at) const {
        const std::uint32_t ink = count_below(surroundings_.heading_ink, at);
        return ink > 0 && ink == shape_.text[at];
    }

    std::uint32_t count_below(const std::vector<std::uint32_t>& sums, NodeIndex at) const {
        return sums[tree_.nodes[at].end] - sums[at + 1];
    }

    const HtmlTree& tree_;
    const HtmlShape& shape_;
    Surroundings surroundings_;
    HtmlExtent extent_;
};

} // namespace

std::vector<bool> furniture_of(const HtmlTree& tree, const HtmlShape& shape, HtmlExtent extent) {
    return FurnitureFinder(tree, shape, extent).run();
}

} // namespace praxis::corpus
