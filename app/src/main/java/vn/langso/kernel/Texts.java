package vn.langso.kernel;

import java.text.Collator;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;

import gg.jte.Content;
import gg.jte.support.LocalizationSupport;

/**
 * The reader's language: texts by key, dates, numbers and sorting. Immutable.
 *
 * <p>{@link #of} is for templates: its arguments are escaped, the text itself is not, so texts hold no HTML.
 */
public final class Texts implements LocalizationSupport {

    /** Legal time of the country; there is no daylight saving. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public static final Locale VIETNAMESE = Locale.of("vi", "VN");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Locale locale;
    private final Map<String, String> texts;

    public Texts(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
    }

    public Locale locale() {
        return locale;
    }

    /** The language tag of the page, {@code vi} or {@code en}. */
    public String language() {
        return locale.getLanguage();
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The raw text; throws on an unknown key, because a missing text is a bug that the tests must see. */
    @Override
    public String lookup(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for the key " + key + " in " + language());
        }
        return text;
    }

    /** The text for HTML, arguments escaped. */
    public Content of(String key, Object... args) {
        return localize(key, args);
    }

    /** The text as a string, for attributes, titles, mails and JSON; escaping is the caller's. */
    public String say(String key, Object... args) {
        String text = lookup(key);
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(args[i]));
        }
        return text;
    }

    /** The text of {@code key.one} for exactly one where the language has it, else of {@code key}; {0} is the number. */
    public String count(String key, long number) {
        String one = key + ".one";
        return number == 1 && has(one) ? say(one, number(number)) : say(key, number(number));
    }

    /** 1.284 in Vietnamese, 1,284 in English. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** At most one decimal, 53,4. */
    public String decimal(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** 20/11/2023 in both languages. */
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    /** 17:40 20/11/2023 in legal time. */
    public String dateTime(OffsetDateTime time) {
        return DATE_TIME.format(time.atZoneSameInstant(ZONE));
    }

    /** 17:40 in legal time. */
    public String time(OffsetDateTime time) {
        return TIME.format(time.atZoneSameInstant(ZONE));
    }

    /** "14 phút trước" within an hour, "2 giờ trước" on the same day, "Hôm qua, 17:40", then the date alone. */
    public String ago(OffsetDateTime at, Instant now) {
        ZonedDateTime then = at.atZoneSameInstant(ZONE);
        ZonedDateTime here = now.atZone(ZONE);
        long minutes = Math.max(0, ChronoUnit.MINUTES.between(then, here));
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), here.toLocalDate());
        if (minutes < 1) {
            return say("kernel.time.now");
        }
        if (minutes < 60) {
            return count("kernel.time.minutes-ago", minutes);
        }
        if (days == 0) {
            return count("kernel.time.hours-ago", minutes / 60);
        }
        return days == 1 ? say("kernel.time.yesterday", TIME.format(then)) : DATE.format(then);
    }

    /** Weekday and date, "Thứ Năm, 16/11/2023". */
    public String weekday(TemporalAccessor date) {
        String day = DateTimeFormatter.ofPattern("EEEE", locale).format(date);
        return Character.toUpperCase(day.charAt(0)) + day.substring(1) + ", " + DATE.format(date);
    }

    /** Sorts as a Vietnamese dictionary does (a ă â ... đ ... ngang huyền hỏi ngã sắc nặng). New instance: not thread safe. */
    public static Collator collator() {
        return Collator.getInstance(VIETNAMESE);
    }
}
