package vn.langso.iot.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.DeviceMessageHandler;
import vn.langso.iot.DownlinkListener;

/** Takes what devices of the kind "gadget" say, and what becomes of messages to them. */
final class Recorder implements DeviceMessageHandler, DownlinkListener {

    final List<DeviceMessage> messages = new CopyOnWriteArrayList<>();
    final Map<UUID, String> sent = new ConcurrentHashMap<>();

    @Override
    public String deviceKind() {
        return "gadget";
    }

    @Override
    public void handle(List<DeviceMessage> batch) {
        if (batch.stream()
                .anyMatch(message ->
                        new String(message.json(), java.nio.charset.StandardCharsets.UTF_8).contains("poison"))) {
            throw new IllegalStateException("A fault in a handler, wanted by a test");
        }
        messages.addAll(batch);
    }

    @Override
    public void handedOver(UUID id, Instant at) {
        sent.put(id, "handed-over");
    }

    @Override
    public void failed(UUID id, String why) {
        sent.put(id, why);
    }

    List<Long> numbersOf(DeviceId device) {
        return messages.stream()
                .filter(message -> message.device().equals(device))
                .map(DeviceMessage::seq)
                .toList();
    }

    /** Waits, at most 10 seconds, for what comes over the network. */
    static void until(BooleanSupplier fact) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within 10 seconds");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        Recorder recorder() {
            return new Recorder();
        }
    }
}
