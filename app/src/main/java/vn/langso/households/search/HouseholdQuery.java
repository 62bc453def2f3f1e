package vn.langso.households.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.households.Household;
import vn.langso.households.RegisterAttribute;

/**
 * A question for a page of the register.
 *
 * @param placeId village or any place above; only what the caller covers of it is shown
 * @param text name, household number, address, CCCD or phone; empty lists all
 * @param filter null shows all
 * @param after {@link HouseholdPage#after} of the page before; empty for the first
 * @param limit rows of a page, 1 to 200
 */
public record HouseholdQuery(
        UUID placeId, String text, @Nullable Filter filter, Sort sort, String after, int limit) {

    static final int MOST = 200;

    public HouseholdQuery {
        limit = Math.clamp(limit, 1, MOST);
    }

    /** What is looked for among households. "Without" means: not known to have. */
    public enum Filter {
        WITHOUT_INTERNET("without-internet", "and coalesce(h.attributes #>> '{internet,0}', '') <> 'yes'"),
        WITHOUT_SMARTPHONE("without-smartphone", "and coalesce(h.attributes #>> '{smartphone,0}', '') <> 'yes'"),
        WITHOUT_ADDRESS_CODE("without-address-code", "and coalesce(h.attributes #>> '{address-code,0}', '') = ''"),
        POOR("poor", "and h.attributes #>> '{poverty,0}' = 'poor'"),
        NEAR_POOR("near-poor", "and h.attributes #>> '{poverty,0}' = 'near-poor'");

        private final String code;
        private final String condition;

        Filter(String code, String condition) {
            this.code = code;
            this.condition = condition;
        }

        public String code() {
            return code;
        }

        /** The same words as in the partial index of the filter. */
        String condition() {
            return condition;
        }

        /** The same for one household, as it is read. */
        boolean holds(Household household) {
            return switch (this) {
                case WITHOUT_INTERNET -> !"yes".equals(household.value(RegisterAttribute.INTERNET));
                case WITHOUT_SMARTPHONE -> !"yes".equals(household.value(RegisterAttribute.SMARTPHONE));
                case WITHOUT_ADDRESS_CODE -> household.value(RegisterAttribute.ADDRESS_CODE) == null;
                case POOR -> "poor".equals(household.value(RegisterAttribute.POVERTY));
                case NEAR_POOR -> "near-poor".equals(household.value(RegisterAttribute.POVERTY));
            };
        }

        public static Optional<Filter> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(filter -> filter.code.equals(code))
                    .findFirst();
        }
    }

    /** Order of the rows: by the head's name (given name first) or by the number in the village's register. */
    public enum Sort {
        NAME("sort_key"),
        NUMBER("number_key");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
