package vn.langso.iot.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

import vn.langso.iot.DeviceId;
import vn.langso.iot.MessageKind;
import vn.langso.iot.Refusals;
import vn.langso.iot.accounts.Account;
import vn.langso.iot.accounts.DeviceAccounts;
import vn.langso.iot.adapters.Adapter;
import vn.langso.iot.adapters.Adapters;
import vn.langso.iot.adapters.Said;
import vn.langso.iot.broker.BrokerSettings;

/** From topic and bytes to messages that can be judged. What cannot be read is counted. Thread safe. */
@Component
class Reading {

    private static final String OURS = "langso/v1/";

    private final DeviceAccounts accounts;
    private final Adapters adapters;
    private final Refusals refusals;
    private final long largest;

    Reading(DeviceAccounts accounts, Adapters adapters, Refusals refusals, BrokerSettings settings) {
        this.accounts = accounts;
        this.adapters = adapters;
        this.refusals = refusals;
        this.largest = settings.largest().toBytes();
    }

    /** The readable messages in one of the broker; mostly one. */
    List<Heard> read(Incoming incoming) {
        String[] levels = incoming.topic().split("/", -1);
        String id = deviceOf(levels);
        Optional<Account> account = accounts.find(id);
        if (account.isEmpty()) {
            return List.of();
        }
        DeviceId device = new DeviceId(id);
        if (!account.get().active()) {
            refusals.note(device, "cut-off");
            return List.of();
        }
        if (incoming.payload().length > largest) {
            refusals.count(device, "too-large");
            return List.of();
        }
        return adapters.of(account.get().adapter())
                .map(adapter -> adapted(adapter, account.get(), device, incoming))
                .orElseGet(() -> own(account.get(), device, levels, incoming));
    }

    private static String deviceOf(String[] levels) {
        if (levels[0].equals("langso")) {
            return levels.length > 2 ? levels[2] : "";
        }
        return levels[0].equals("tele") || levels[0].equals("stat") ? levels[1] : levels[0];
    }

    private List<Heard> own(Account account, DeviceId device, String[] levels, Incoming incoming) {
        if (!incoming.topic().startsWith(OURS) || levels.length != 4) {
            refusals.count(device, "wrong-topic");
            return List.of();
        }
        Scan scan = Scan.of(incoming.payload());
        if (scan == null) {
            refusals.count(device, "not-json");
            return List.of();
        }
        if (scan.seq() < 0) {
            refusals.count(device, "no-number");
            return List.of();
        }
        MessageKind kind = switch (levels[3]) {
            case "evt" -> MessageKind.EVT;
            case "state" -> MessageKind.STATE;
            default -> MessageKind.ACK;
        };
        return List.of(new Heard(
                account,
                device,
                kind,
                scan.seq(),
                0,
                scan.at(),
                scan.sent(),
                incoming.receivedAt(),
                incoming.payload()));
    }

    private List<Heard> adapted(Adapter adapter, Account account, DeviceId device, Incoming incoming) {
        List<Said> said;
        try {
            said = adapter.hear(account, incoming.topic(), incoming.payload());
        } catch (JacksonException _) {
            refusals.count(device, "not-json");
            return List.of();
        }
        return said.stream()
                .map(one -> new Heard(
                        account,
                        device,
                        one.kind(),
                        -1,
                        one.at() == null ? 0 : fingerprint(one),
                        one.at(),
                        null,
                        incoming.receivedAt(),
                        one.json().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** Content and time together: the same twice is a repetition. Never 0. */
    private static long fingerprint(Said said) {
        CRC32C sum = new CRC32C();
        sum.update((said.kind().name().toLowerCase(Locale.ROOT) + said.json()).getBytes(StandardCharsets.UTF_8));
        Instant at = said.at();
        long millis = at == null ? 0 : at.toEpochMilli();
        return (millis << 22) ^ sum.getValue() ^ 1L << 63;
    }
}
