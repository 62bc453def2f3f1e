package vn.langso.notify;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Keeps what it was given, and answers as a test wants. */
class TestChannel implements Channel {

    final List<Message> taken = new CopyOnWriteArrayList<>();
    final Map<UUID, UUID> devices = new ConcurrentHashMap<>();
    volatile Function<Message, Outcome> answer = message -> new Outcome.HandedOver("201");

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<Target> targets(Collection<UUID> accountIds) {
        return accountIds.stream()
                .filter(devices::containsKey)
                .map(account -> new Target(account, devices.get(account), "vi"))
                .toList();
    }

    @Override
    public Outcome deliver(Message message) {
        taken.add(message);
        return answer.apply(message);
    }

    void reset() {
        taken.clear();
        devices.clear();
        answer = message -> new Outcome.HandedOver("201");
    }
}
