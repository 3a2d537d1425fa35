// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

package praxis.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Questions on standard input, answers on standard output (bench/peers/engine.h). */
final class Protocol {
    record Question(String kind, List<String> words, List<String> facets, String facet, String value) {}

    record Findings(long total, long facetSum) {}

    static void serve(Engine engine) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready");
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                out.println(answer(line, engine));
            } catch (Exception error) {
                out.println("error\t" + error);
            }
        }
    }

    private static String answer(String line, Engine engine) throws Exception {
        String[] parts = line.split("\t");
        Question question = question(parts);
        engine.prepare(question);
        Findings findings = null;
        StringJoiner times = new StringJoiner(",");
        for (int repeats = Integer.parseInt(parts[4]); repeats > 0; --repeats) {
            long begin = System.nanoTime();
            findings = engine.ask(question);
            times.add(String.format(Locale.ROOT, "%.2f", (System.nanoTime() - begin) / 1e3));
        }
        return findings.total() + "\t" + findings.facetSum() + "\t" + times;
    }

    private static Question question(String[] parts) {
        List<String> facets = parts[2].equals("-") ? List.of() : List.of(parts[2].split(","));
        int equals = parts[3].indexOf('=');
        String facet = equals < 0 ? null : parts[3].substring(0, equals);
        return new Question(parts[0], List.of(parts[1].split(" ")), facets, facet,
                parts[3].substring(equals + 1));
    }

    private Protocol() {}
}
