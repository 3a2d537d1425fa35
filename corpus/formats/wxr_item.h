// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "schemas/xml.h"
#include "corpus/record.h"

#include <map>
#include <string>
#include <vector>

namespace praxis::corpus {

// What a WordPress export says before its first post and each post needs.
class WxrSite {
public:
    // Takes one element of the channel: title, address, language, an author, a category.
    void take(const schemas::XmlNode& element);

    const std::string& title() const { return title_; }

    const std::string& language() const { return language_; }

    // The host, and the folder below it if the site is one of several: "example.org/notebook".
    const std::string& address() const { return address_; }

    // The name that the site shows for a login; the login itself if it shows none.
    std::string author(const std::string& login) const;

    // The categories from the top down to the one of that slug, by their names.
    std::vector<std::string> category_path(const std::string& slug, const std::string& name) const;

private:
    struct Category {
        std::string name;
        std::string parent; // slug
    };

    std::string title_;
    std::string language_;
    std::string address_;
    std::map<std::string, std::string> authors_; // login → name
    std::map<std::string, Category> categories_; // slug → what it is
};

// Why a post is no publication ("draft", "attachment", ...); empty if it is one.
std::string why_left_out(const schemas::XmlNode& item);

Record read_wxr_item(const schemas::XmlNode& item, const WxrSite& site);

} // namespace praxis::corpus
