package vn.langso.places;

import java.text.CollationKey;
import java.text.Collator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import vn.langso.kernel.Texts;
import vn.langso.places.PlaceRecords.Name;

/**
 * The Vietnamese order of all names, worked out once: comparing is comparing two numbers.
 *
 * <p>Names are compared word by word, because Java's collator skips spaces and would set "Hàm Rồng" before "Hà Sơn". Numbers in names of
 * villages sort by value: "Thôn 2" before "Thôn 10".
 */
final class PlaceOrder {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern SHORT_NUMBER = Pattern.compile("^\\d{1,5}$");

    private final Map<String, Integer> ranks = new HashMap<>();

    private PlaceOrder() {}

    static PlaceOrder of(List<Name> names) {
        Collator collator = Texts.collator();
        Map<String, CollationKey> words = new HashMap<>();
        Set<String> distinct = new HashSet<>();
        names.forEach(name -> distinct.add(name.name()));
        List<Entry> entries = distinct.stream()
                .map(name -> new Entry(
                        name,
                        SPACE.splitAsStream(name)
                                .map(PlaceOrder::padded)
                                .map(word -> words.computeIfAbsent(word, collator::getCollationKey))
                                .toList()))
                .sorted(PlaceOrder::compare)
                .toList();
        PlaceOrder order = new PlaceOrder();
        entries.forEach(entry -> order.ranks.put(entry.name, order.ranks.size()));
        return order;
    }

    int rank(Name name) {
        return ranks.getOrDefault(name.name(), Integer.MAX_VALUE);
    }

    private static String padded(String word) {
        return SHORT_NUMBER.matcher(word).matches() ? "0".repeat(5 - word.length()) + word : word;
    }

    private static int compare(Entry one, Entry other) {
        int words = Math.min(one.words.size(), other.words.size());
        for (int i = 0; i < words; i++) {
            int difference = one.words.get(i).compareTo(other.words.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        int shorter = Integer.compare(one.words.size(), other.words.size());
        return shorter != 0 ? shorter : one.name.compareTo(other.name);
    }

    private record Entry(String name, List<CollationKey> words) {}
}
