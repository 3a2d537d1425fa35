// SPDX-FileCopyrightText: The Praxis authors
// SPDX-License-Identifier: Apache-2.0

package praxis.bench;

import java.nio.file.Path;

/** Java Lucene as an engine of bench/compare: what bench/peers/engine.h says of engines. */
public final class Main {
    public static void main(String[] arguments) throws Exception {
        String library = "";
        String index = "";
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--library" -> library = arguments[i + 1];
                case "--index" -> index = arguments[i + 1];
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (arguments[0].equals("serve")) {
            Protocol.serve(new Engine(Path.of(index)));
            return;
        }
        long begin = System.nanoTime();
        int publications = switch (arguments[0]) {
            case "index" -> Building.build(Path.of(library), Path.of(index));
            case "update" -> Building.update(Path.of(library), Path.of(index));
            default -> throw new IllegalArgumentException("unknown command " + arguments[0]);
        };
        System.out.printf("{\"publications\": %d, \"seconds\": %.3f}%n",
                publications, (System.nanoTime() - begin) / 1e9);
    }
}
