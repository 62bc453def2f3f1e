package vn.langso.households.exports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.households.RegisterColumns;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.sheets.SheetWriter;
import vn.langso.shell.Caller;

/** Streams the register into a sheet. Needs {@code households.export} for each village. */
@Service
class Exports {

    static final String PERMISSION = "households.export";
    static final String SENSITIVE = "households.read-sensitive";

    private static final int HOUSEHOLDS_AT_ONCE = 200;

    private final ExportStore store;
    private final Places places;
    private final RegisterColumns columns;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Exports(ExportStore store, Places places, RegisterColumns columns, Audit audit, TransactionTemplate transaction) {
        this.store = store;
        this.places = places;
        this.columns = columns;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * What is exported.
     *
     * @param placeId village or any place above; only the caller's villages below it are exported
     * @param filter a filter of the household list, "" for all
     * @param after where an interrupted export goes on: village code, a stroke, household number of the last whole household; "" at first
     * @param reason why identity and phone numbers are wanted whole; null leaves them masked
     */
    record Question(
            UUID placeId,
            String filter,
            String after,
            @Nullable String reason) {}

    /** The villages of the question in the order of their codes; refuses {@code SHL-403} when the caller covers none of them. */
    List<Place> villages(Caller caller, UUID placeId) {
        PlaceTree tree = places.tree();
        LocalDate today = tree.today();
        List<Place> villages = tree.find(placeId).isEmpty()
                ? List.of()
                : tree.villagesUnder(placeId, today).stream()
                        .filter(id -> caller.may(PERMISSION, id))
                        .map(tree::get)
                        .sorted(Comparator.comparing(Place::code))
                        .toList();
        if (villages.isEmpty()) {
            caller.require(PERMISSION, placeId);
        }
        return villages;
    }

    /** Checks what can be checked before the first byte leaves, and keeps why whole numbers were wanted. */
    List<Place> begin(Caller caller, Question question) {
        List<Place> villages = villages(caller, question.placeId());
        String reason = question.reason();
        if (reason != null) {
            if (reason.strip().length() < 10) {
                throw Problem.at("reason", ExportProblem.REASON_MISSING).asException();
            }
            villages.forEach(village -> caller.require(SENSITIVE, village.id()));
            transaction.executeWithoutResult(status -> audit.changed(
                    caller,
                    new Change(
                            "households.export-whole",
                            question.placeId(),
                            "export",
                            Ids.next(),
                            null,
                            Map.of("reason", reason.strip(), "filter", question.filter()))));
        }
        return villages;
    }

    /** Writes the rows. What a batch shows is in the trail of looks before the batch leaves. */
    void write(Caller caller, Question question, List<Place> villages, SheetWriter sheet) throws IOException {
        int stroke = question.after().lastIndexOf('/');
        String firstVillage = stroke < 0 ? "" : question.after().substring(0, stroke);
        String firstNumber =
                stroke < 0 ? "" : RegisterColumns.numberKey(question.after().substring(stroke + 1));
        for (Place village : villages) {
            if (village.code().compareTo(firstVillage) >= 0) {
                String after = village.code().equals(firstVillage) ? firstNumber : "";
                writeVillage(caller, question, village, after, sheet);
            }
        }
    }

    private void writeVillage(Caller caller, Question question, Place village, String start, SheetWriter sheet)
            throws IOException {
        String after = start;
        while (true) {
            List<ExportStore.HouseholdRow> households =
                    store.households(village.id(), question.filter(), after, HOUSEHOLDS_AT_ONCE);
            if (households.isEmpty()) {
                return;
            }
            Map<UUID, List<ExportStore.PersonRow>> persons =
                    store
                            .persons(households.stream()
                                    .map(ExportStore.HouseholdRow::id)
                                    .toList())
                            .stream()
                            .collect(Collectors.groupingBy(ExportStore.PersonRow::householdId));
            List<UUID> shown = persons.values().stream()
                    .flatMap(List::stream)
                    .map(ExportStore.PersonRow::id)
                    .toList();
            audit.looked(caller, "households.export", village.id(), shown);
            for (ExportStore.HouseholdRow household : households) {
                for (ExportStore.PersonRow person : persons.getOrDefault(household.id(), List.of())) {
                    sheet.row(row(caller, question, village, household, person));
                }
            }
            after = households.getLast().numberKey();
        }
    }

    private List<String> row(
            Caller caller,
            Question question,
            Place village,
            ExportStore.HouseholdRow household,
            ExportStore.PersonRow person) {
        boolean whole = question.reason() != null;
        List<String> cells = new ArrayList<>(ExportWords.COLUMNS.size());
        cells.add(village.code());
        cells.add(household.number());
        cells.add(household.lane());
        cells.add(household.address());
        cells.add(person.fullName());
        cells.add(ExportWords.birth(person.birthDate(), person.birthPrecision()));
        cells.add(ExportWords.sex(person.sex()));
        cells.add(ExportWords.relation(person.relation(), person.sex()));
        cells.add(ExportWords.residence(person.residence()));
        cells.add(shown(whole, person.cccd(), cipher -> columns.openCccd(caller, village.id(), cipher)));
        cells.add(shown(whole, person.phone(), cipher -> columns.openPhone(caller, village.id(), cipher)));
        ExportWords.attributes(cells, household.attributes(), person.attributes());
        return cells;
    }

    private interface Opening {
        String open(String cipher);
    }

    private static String shown(boolean whole, ExportStore.SealedNumber number, Opening opening) {
        String cipher = number.cipher();
        if (whole && cipher != null) {
            return opening.open(cipher);
        }
        String mask = number.mask();
        return mask == null ? "" : mask;
    }
}
