package vn.langso.households.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.langso.indicators.Counted;
import vn.langso.indicators.IndicatorDefinition;
import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.indicators.IndicatorPart;
import vn.langso.indicators.IndicatorRecord;
import vn.langso.indicators.IndicatorSource;

/** The register's figures, counted from its rows as they were on the day. */
@Component
@Order(10)
class HouseholdIndicators implements IndicatorSource {

    private final IndicatorStore store;

    HouseholdIndicators(IndicatorStore store) {
        this.store = store;
    }

    /**
     * A figure: the rows it looks at and the condition that it counts. {@code known} reads what was known on the day.
     *
     * @see IndicatorStore
     */
    enum Figure {
        HOUSEHOLDS("households.total", Kind.COUNT, false, "true", "true"),
        WITH_SMARTPHONE("households.with-smartphone", Kind.SHARE, false, "true", "smartphone = 'yes'"),
        WITH_INTERNET("households.with-internet", Kind.SHARE, false, "true", "internet = 'yes'"),
        WITH_ADDRESS_CODE("households.with-address-code", Kind.SHARE, false, "true", "address_code <> ''"),
        POOR("households.poor", Kind.SHARE, false, "true", "poverty = 'poor'"),
        NEAR_POOR("households.near-poor", Kind.SHARE, false, "true", "poverty = 'near-poor'"),
        RESIDENTS("residents.total", Kind.COUNT, true, "true", "true"),
        WORKING_AGE("residents.working-age", Kind.COUNT, true, "working_age", "working_age"),
        WORKING_AWAY("residents.working-away", Kind.SHARE, true, "true", "residence = 'working-away'"),
        WITH_EPAYMENT("residents.epayment-account", Kind.SHARE, true, "working_age", "epayment = 'yes'"),
        WITH_EID("residents.eid-level-2", Kind.SHARE, true, "of_eid_age", "eid_level = '2'"),
        WITH_HEALTH_RECORD("residents.health-record", Kind.SHARE, true, "true", "health_record = 'yes'");

        private final String code;
        private final Kind kind;
        private final boolean ofPersons;
        private final String among;
        private final String counts;

        Figure(String code, Kind kind, boolean ofPersons, String among, String counts) {
            this.code = code;
            this.kind = kind;
            this.ofPersons = ofPersons;
            this.among = among;
            this.counts = counts;
        }

        String code() {
            return code;
        }

        Kind kind() {
            return kind;
        }

        boolean ofPersons() {
            return ofPersons;
        }

        /** Who could be counted. */
        String among() {
            return among;
        }

        /** Who is counted. */
        String counts() {
            return counts;
        }

        static Figure of(String code) {
            return Arrays.stream(values())
                    .filter(figure -> figure.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No figure of the register: " + code));
        }
    }

    @Override
    public List<IndicatorDefinition> definitions() {
        return Arrays.stream(Figure.values())
                .map(HouseholdIndicators::definition)
                .toList();
    }

    private static IndicatorDefinition definition(Figure figure) {
        IndicatorDefinition definition =
                new IndicatorDefinition(figure.code(), figure.kind(), figure.ofPersons() ? "person" : "household");
        return switch (figure) {
            case POOR, NEAR_POOR, WORKING_AWAY -> definition.describing();
            default -> definition;
        };
    }

    @Override
    public List<IndicatorPart> parts(LocalDate on, Set<UUID> places) {
        return store.parts(on, places);
    }

    @Override
    public List<IndicatorRecord> records(RecordQuery query, @Nullable UUID after, int limit) {
        Figure figure = Figure.of(query.code());
        // All that a count counts is its numerator; nothing of it can be missing.
        if (figure.kind() == Kind.COUNT && query.counted() == Counted.MISSING) {
            return List.of();
        }
        return store.records(figure, query, after, limit);
    }
}
