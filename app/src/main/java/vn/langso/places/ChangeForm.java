package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.places.PlaceChange.Heir;
import vn.langso.shell.Form;

/**
 * The form of one change as an officer filled it in.
 *
 * @param kind name of the change
 * @param place the place that the change starts from
 * @param form what was typed, kept so that nothing is lost when something is wrong
 */
record ChangeForm(String kind, Place place, Form form) {

    static final int MOST_HEIRS = 4;

    private String field(String name) {
        return form.value(name);
    }

    ChangeForm with(List<Problem> problems) {
        return new ChangeForm(kind, place, form.with(problems));
    }

    /** The revision of the preview that was looked at; none is as good as an old one. */
    long seenRevision() {
        String text = field("revision");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    /** The document and the day in force; refuses what is not a day. */
    Decision decision() {
        LocalDate on = form.date("effective");
        if (on == null) {
            String typed = String.join("/", field("effective-day"), field("effective-month"), field("effective-year"));
            throw Problem.at("effective", PlaceProblem.NOT_A_DATE, typed.length() > 20 ? "" : typed)
                    .asException();
        }
        return new Decision(field("number"), on, field("title"));
    }

    /** What is asked for; refuses codes that nobody bears. */
    PlaceChange change(PlaceTree tree) {
        UUID id = place.id();
        return switch (kind) {
            case "establish" ->
                new PlaceChange.Establish(List.of(new NewVillage(field("code"), field("unitType"), field("name"), id)));
            case "rename" -> new PlaceChange.Rename(id, field("unitType"), field("name"));
            case "move" -> new PlaceChange.Move(id, byCode(tree, field("parent")));
            case "end" -> new PlaceChange.End(id);
            case "merge" -> merge(tree);
            case "split" -> split(tree);
            default -> throw Problem.of(PlaceProblem.UNKNOWN, kind).asException();
        };
    }

    private PlaceChange merge(PlaceTree tree) {
        List<UUID> sources = new ArrayList<>(List.of(place.id()));
        Arrays.stream(field("sources").split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .forEach(code -> sources.add(byCode(tree, code)));
        Heir heir = field("livesOn").isEmpty()
                ? Heir.fresh(field("code"), field("unitType"), field("name"), Set.of())
                : Heir.existing(byCode(tree, field("code")), Set.of());
        return new PlaceChange.Merge(sources, heir);
    }

    private PlaceChange split(PlaceTree tree) {
        List<Heir> heirs = new ArrayList<>();
        for (int i = 1; i <= MOST_HEIRS; i++) {
            String number = String.valueOf(i);
            if (field("code" + i).isEmpty()) {
                continue;
            }
            Set<UUID> children = new HashSet<>();
            tree.children(place.id(), tree.today()).stream()
                    .filter(child -> field("child-" + child.code()).equals(number))
                    .forEach(child -> children.add(child.id()));
            heirs.add(
                    field("name" + i).isEmpty()
                            ? Heir.existing(byCode(tree, field("code" + i)), children)
                            : Heir.fresh(field("code" + i), field("unitType" + i), field("name" + i), children));
        }
        return new PlaceChange.Split(place.id(), heirs);
    }

    private static UUID byCode(PlaceTree tree, String code) {
        @Nullable Place found = tree.byCode(code, null).orElse(null);
        if (found == null) {
            throw Problem.of(PlaceProblem.UNKNOWN, code.length() > 12 ? code.substring(0, 12) + "…" : code)
                    .asException();
        }
        return found.id();
    }
}
