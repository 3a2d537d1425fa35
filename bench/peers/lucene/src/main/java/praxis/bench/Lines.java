// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

package praxis.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The lines of an invented library, as bench/lines/lines.h reads them; for many threads. */
final class Lines {
    static final String SEAM = "0seam0";
    static final List<String> SMALL = List.of("kind", "topic", "organization", "place", "year");
    static final List<String> FURTHER =
            List.of("keyword", "author", "audience", "series", "language", "lens");

    record Value(String facet, String value) {}

    record Line(String id, String title, String body, List<Value> values) {
        String text() {
            return title + " " + SEAM + " " + body;
        }
    }

    private final Deque<Path> rest = new ArrayDeque<>();
    private BufferedReader current;

    Lines(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var files = Files.list(path)) {
                files.sorted().forEach(rest::add);
            }
        } else {
            rest.add(path);
        }
    }

    /** The next line, or null at the end. */
    Line next() throws IOException {
        String text = nextText();
        return text == null ? null : parse(JsonParser.parseString(text).getAsJsonObject());
    }

    private synchronized String nextText() throws IOException {
        while (true) {
            String text = current == null ? null : current.readLine();
            if (text != null || rest.isEmpty() && current == null) {
                return text;
            }
            current = rest.isEmpty() ? null : Files.newBufferedReader(rest.poll());
        }
    }

    private static List<String> texts(JsonObject json, String key) {
        JsonElement found = json.get(key);
        List<String> texts = new ArrayList<>();
        if (found != null && found.isJsonArray()) {
            found.getAsJsonArray().forEach(text -> texts.add(text.getAsString()));
        } else if (found != null) {
            texts.add(found.getAsString());
        }
        return texts;
    }

    private static Line parse(JsonObject json) {
        List<Value> values = new ArrayList<>();
        for (String topic : texts(json, "topics")) {
            values.add(new Value("topic", topic));
        }
        values.add(new Value("year", json.get("date").getAsString().substring(0, 4)));
        String[][] keys = {{"kind", "kind"}, {"organization", "organization"}, {"place", "place"},
            {"keyword", "keywords"}, {"author", "authors"}, {"audience", "audience"},
            {"series", "series"}, {"language", "language"}, {"lens", "lens"}};
        for (String[] key : keys) {
            for (String text : texts(json, key[1])) {
                values.add(new Value(key[0], text));
            }
        }
        return new Line(json.get("id").getAsString(), json.get("title").getAsString(),
                json.get("text").getAsString(), values);
    }
}
