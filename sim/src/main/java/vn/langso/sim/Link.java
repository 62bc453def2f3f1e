package vn.langso.sim;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** A way to the broker. Tests give one without a network. */
interface Link {

    /** Connects and listens; whatever the broker kept for this device comes to {@code receiver} at once. */
    CompletableFuture<Void> connect(List<String> topics, BiConsumer<String, byte[]> receiver, Runnable lost);

    /** Completes when the broker has acknowledged. */
    CompletableFuture<Void> publish(String topic, byte[] payload);

    void disconnect();
}
