package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What broken or hostile devices send. */
final class Misuse {

    private static final List<String> GARBAGE = List.of(
            "{\"seq\":",
            "[]",
            "{\"seq\":1000000001,\"at\":\"1970-01-01T00:00:00.000Z\",\"kind\":\"door-open\"}",
            "{\"seq\":1000000002,\"at\":\"now\",\"circuits\":[{\"id\":\"1a\",\"on\":true,\"powerW\":-40.0}]}",
            "{\"seq\":1000000003,\"at\":\"2026-01-01T00:00:00.000Z\",\"circuits\":[{\"id\":\"1a\",\"powerW\":NaN}]}",
            "{\"seq\":\"many\",\"at\":null}",
            "");

    private Misuse() {}

    static String play(Cabinet cabinet, List<String> words) {
        String topic = "langso/v1/" + cabinet.spec().device() + "/";
        return switch (words.getFirst()) {
            case "replay" -> {
                Message last = cabinet.lastSaid();
                if (last == null) {
                    throw new IllegalArgumentException("It has said nothing yet.");
                }
                cabinet.shout(last.topic(), last.bytes(cabinet.now()));
                yield "The last message went out again.";
            }
            case "flood" -> {
                int count = Scenes.number(words.size() > 1 ? words.getLast() : "", 1, 100_000);
                for (int i = 0; i < count; i++) {
                    cabinet.report();
                }
                yield count + " messages are on their way.";
            }
            default -> {
                for (String text : GARBAGE) {
                    cabinet.shout(topic + "state", text.getBytes(StandardCharsets.UTF_8));
                }
                cabinet.shout(topic + "evt", new byte[1 << 20]);
                cabinet.shout("langso/v1/another-device/evt", "{\"seq\":1}".getBytes(StandardCharsets.UTF_8));
                yield GARBAGE.size() + 2 + " bad messages are on their way.";
            }
        };
    }
}
