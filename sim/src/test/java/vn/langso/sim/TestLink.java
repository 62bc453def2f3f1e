package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A broker next door: keeps what was said, acknowledges at once, and can be away. */
final class TestLink implements Link {

    private final List<Said> said = new ArrayList<>();
    private BiConsumer<String, byte[]> receiver = (topic, payload) -> {};
    private boolean away;

    record Said(String topic, JsonNode json) {}

    void away(boolean isAway) {
        away = isAway;
    }

    void tell(String topic, String text) {
        receiver.accept(topic, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was said on topics that end so, and forgets all that was said. */
    List<JsonNode> heard(String end) {
        List<JsonNode> heard = said.stream()
                .filter(one -> one.topic().endsWith(end))
                .map(Said::json)
                .toList();
        said.clear();
        return heard;
    }

    @Override
    public CompletableFuture<Void> connect(List<String> topics, BiConsumer<String, byte[]> to, Runnable lost) {
        if (away) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        receiver = to;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> publish(String topic, byte[] payload) {
        // Some words of bought devices are no JSON.
        String text = new String(payload, StandardCharsets.UTF_8);
        said.add(new Said(topic, JsonMapper.shared().readTree(text.startsWith("{") ? text : '"' + text + '"')));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void disconnect() {
        receiver = (topic, payload) -> {};
    }
}
