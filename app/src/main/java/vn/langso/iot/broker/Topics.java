package vn.langso.iot.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.langso.iot.accounts.Account;

/** What a device may publish to and subscribe to, and what the intake listens to; as MQTT writes topics. */
public final class Topics {

    /** Copies of the program share what comes to this group. */
    public static final String GROUP = "langso";

    /** Everything that devices say. */
    public static final List<String> UP = List.of(
            "langso/v1/+/evt",
            "langso/v1/+/state",
            "langso/v1/+/ack",
            "langso/v1/+/answer/rpc",
            "tele/+/+",
            "stat/+/+",
            "+/events/rpc",
            "+/online");

    /** Tasmota numbers up to 32 relays; the builds for lamps have at most 16. */
    private static final int MOST_RELAYS = 16;

    private static final List<String> TELE =
            List.of("STATE", "SENSOR", "LWT", "INFO1", "INFO2", "INFO3", "ENERGY", "UPTIME", "RESULT", "WAKEUP");

    private static final int MOST_STATUS = 11;

    private Topics() {}

    static List<String> publishedBy(Account account) {
        String id = account.id();
        return switch (account.adapter()) {
            case "tasmota" -> tasmota(id);
            case "shelly" -> List.of(id + "/events/rpc", id + "/online", answersOf(id) + "/rpc");
            default -> List.of("langso/v1/" + id + "/evt", "langso/v1/" + id + "/state", "langso/v1/" + id + "/ack");
        };
    }

    /** The addresses of the commands; a device may listen to these, and to all of them by one wildcard. */
    static List<String> heardBy(Account account) {
        String id = account.id();
        return switch (account.adapter()) {
            case "tasmota" ->
                Stream.concat(
                                Stream.of("#", "Backlog", "Backlog0", "STATE", "STATUS", "TelePeriod", "Timers"),
                                Stream.concat(numbered("POWER"), numbered("Timer")))
                        .map(name -> "cmnd/" + id + "/" + name)
                        .toList();
            case "shelly" -> List.of(id + "/rpc");
            default -> List.of("langso/v1/" + id + "/cmd");
        };
    }

    /** Where a Shelly is asked to send its answers: it adds {@code /rpc}. */
    public static String answersOf(String id) {
        return "langso/v1/" + id + "/answer";
    }

    /** Artemis' name of a topic or filter. */
    static String address(String topic) {
        return topic.replace('/', '.').replace('+', '*');
    }

    static boolean mayPublish(Account account, String address) {
        return isOneOf(publishedBy(account), address);
    }

    static boolean mayHear(Account account, String address) {
        return isOneOf(heardBy(account), address);
    }

    private static boolean isOneOf(List<String> topics, String address) {
        for (String topic : topics) {
            if (address(topic).equals(address)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tasmota(String id) {
        List<String> topics = new ArrayList<>();
        TELE.forEach(name -> topics.add("tele/" + id + "/" + name));
        for (String name : Set.of("RESULT", "STATUS", "POWER")) {
            topics.add("stat/" + id + "/" + name);
        }
        IntStream.rangeClosed(0, MOST_STATUS).forEach(number -> topics.add("stat/" + id + "/STATUS" + number));
        numbered("POWER").forEach(name -> topics.add("stat/" + id + "/" + name));
        return topics.stream().distinct().toList();
    }

    private static Stream<String> numbered(String name) {
        return Stream.concat(
                Stream.of(name), IntStream.rangeClosed(1, MOST_RELAYS).mapToObj(number -> name + number));
    }
}
