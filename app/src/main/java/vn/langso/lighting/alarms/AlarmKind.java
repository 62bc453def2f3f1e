package vn.langso.lighting.alarms;

import java.util.Locale;

/** What kind of trouble an alarm tells of, the gravest first. */
public enum AlarmKind {
    TAMPERING(Weight.ALARM, true),
    CABLE_CUT(Weight.ALARM, true),
    DOOR_OPEN(Weight.ALARM, true),
    CABINET_SILENT(Weight.ALARM, true),
    LOCAL_MODE(Weight.WARNING, false),
    BREAKER_TRIPPED(Weight.WARNING, false),
    CIRCUIT_FAULT(Weight.WARNING, false),
    SUPPLY_OUTAGE(Weight.WARNING, false),
    OVERLOAD(Weight.WARNING, false),
    WRONG_PLAN(Weight.WARNING, false),
    LAMP_FAULT(Weight.NEWS, false),
    UNEXPECTED_ON(Weight.NEWS, false),
    PLANNED_CUT(Weight.NEWS, false);

    /** How loudly it is told. */
    public enum Weight {
        ALARM,
        WARNING,
        NEWS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Weight weight;
    private final boolean forPolice;

    AlarmKind(Weight weight, boolean forPolice) {
        this.weight = weight;
        this.forPolice = forPolice;
    }

    public Weight weight() {
        return weight;
    }

    /** True if somebody may have done it on purpose, so that the commune police hear of it. */
    public boolean isForPolice() {
        return forPolice;
    }

    /** True if an electrician can end it: it becomes work. */
    public boolean isWork() {
        return switch (this) {
            case CABLE_CUT, BREAKER_TRIPPED, CIRCUIT_FAULT, OVERLOAD, LAMP_FAULT -> true;
            case TAMPERING,
                    DOOR_OPEN,
                    CABINET_SILENT,
                    LOCAL_MODE,
                    SUPPLY_OUTAGE,
                    WRONG_PLAN,
                    UNEXPECTED_ON,
                    PLANNED_CUT -> false;
        };
    }

    /** Small letters and dashes: "cable-cut". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AlarmKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
