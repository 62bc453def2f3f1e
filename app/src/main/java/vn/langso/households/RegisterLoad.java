package vn.langso.households;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.households.NewPerson.Relation;
import vn.langso.households.RegisterColumns.PersonColumns;
import vn.langso.households.keys.PersonName;
import vn.langso.kernel.Ids;

/** Writes many new households at once, by COPY. */
@Repository
class RegisterLoad {

    private static final String HOUSEHOLD = """
            copy households.household (id, village_id, number, number_key, head_id, head_name, sort_key, lane, address,
                address_key, member_count, attributes, registered_from, here_from, batch_id) from stdin
            """;

    private static final String PERSON = """
            copy households.person (id, household_id, village_id, full_name, name_key, given_key, sort_key, birth_date,
                birth_precision, sex, relation, residence, cccd_cipher, cccd_hash, cccd_mask, phone_cipher, phone_hash,
                phone_mask, attributes, registered_from, here_from, batch_id) from stdin
            """;

    private static final String TAKEN = """
            select wanted.number
            from unnest(:villages::uuid[], :keys::text[], :numbers::text[]) as wanted (village_id, key, number)
            join households.household h
              on h.village_id = wanted.village_id and h.number_key = wanted.key and h.registered_to is null
            limit 20
            """;

    private static final String COUNT = """
            insert into households.village_count as c (village_id, households, residents)
            select village_id, households, residents
            from unnest(:villages::uuid[], :households::int[], :residents::int[]) as d (village_id, households, residents)
            on conflict (village_id) do update
            set households = c.households + excluded.households, residents = c.residents + excluded.residents
            """;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final RegisterColumns columns;

    RegisterLoad(JdbcClient jdbc, DataSource dataSource, RegisterColumns columns) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.columns = columns;
    }

    /** Households with the ids that they will have; the head is the first member that says so, else the first. */
    record Loaded(UUID id, NewHousehold household, List<UUID> memberIds, int head) {

        static Loaded of(NewHousehold household) {
            List<UUID> ids =
                    household.members().stream().map(member -> Ids.next()).toList();
            int head = 0;
            for (int i = household.members().size() - 1; i >= 0; i--) {
                head = household.members().get(i).relation() == Relation.HEAD ? i : head;
            }
            return new Loaded(Ids.next(), household, ids, head);
        }

        @Nullable
        NewPerson headPerson() {
            return memberIds.isEmpty() ? null : household.members().get(head);
        }
    }

    /** Numbers that another household of the same village has, in the register or in the list itself. */
    List<String> takenNumbers(List<NewHousehold> households) {
        Set<String> seen = new HashSet<>();
        List<String> taken = new ArrayList<>();
        UUID[] villages = new UUID[households.size()];
        String[] keys = new String[households.size()];
        String[] numbers = new String[households.size()];
        for (int i = 0; i < keys.length; i++) {
            NewHousehold household = households.get(i);
            villages[i] = household.villageId();
            keys[i] = RegisterColumns.numberKey(household.number());
            numbers[i] = household.number();
            if (!seen.add(villages[i] + keys[i])) {
                taken.add(numbers[i]);
            }
        }
        taken.addAll(jdbc.sql(TAKEN)
                .param("villages", villages)
                .param("keys", keys)
                .param("numbers", numbers)
                .query((row, index) -> row.getString(1))
                .list());
        return taken;
    }

    void load(List<Loaded> households, @Nullable UUID batchId) {
        try (CopyRows rows = new CopyRows(dataSource, HOUSEHOLD)) {
            households.forEach(household -> household(rows, household, batchId));
        }
        try (CopyRows rows = new CopyRows(dataSource, PERSON)) {
            for (Loaded household : households) {
                for (int i = 0; i < household.memberIds().size(); i++) {
                    person(rows, household, i, batchId);
                }
            }
        }
        Map<UUID, int[]> counts = new TreeMap<>();
        for (Loaded loaded : households) {
            int[] count = counts.computeIfAbsent(loaded.household().villageId(), id -> new int[2]);
            count[0]++;
            count[1] += loaded.memberIds().size();
        }
        count(counts);
    }

    /** Adds to the counters of villages, in the order of their ids so that two writers never wait for each other in a ring. */
    void count(Map<UUID, int[]> householdsAndResidents) {
        Map<UUID, int[]> ordered = new TreeMap<>(householdsAndResidents);
        jdbc.sql(COUNT)
                .param("villages", ordered.keySet().toArray(UUID[]::new))
                .param(
                        "households",
                        ordered.values().stream().map(count -> count[0]).toArray(Integer[]::new))
                .param(
                        "residents",
                        ordered.values().stream().map(count -> count[1]).toArray(Integer[]::new))
                .update();
    }

    private static void household(CopyRows rows, Loaded loaded, @Nullable UUID batchId) {
        NewHousehold household = loaded.household();
        NewPerson head = loaded.headPerson();
        rows.add(loaded.id())
                .add(household.villageId())
                .add(household.number())
                .add(RegisterColumns.numberKey(household.number()))
                .add(head == null ? null : loaded.memberIds().get(loaded.head()))
                .add(head == null ? "" : head.fullName())
                .add(head == null ? "" : PersonName.sortKey(head.fullName()))
                .add(household.lane())
                .add(household.address())
                .add(PersonName.key(household.address() + " " + household.lane()))
                .add(loaded.memberIds().size())
                .add(AttributeJson.write(household.attributes()))
                .add(household.registeredFrom())
                .add(household.registeredFrom())
                .add(batchId)
                .endRow();
    }

    private void person(CopyRows rows, Loaded loaded, int index, @Nullable UUID batchId) {
        NewPerson person = loaded.household().members().get(index);
        PersonColumns derived = columns.of(person);
        NewPerson.Sex sex = person.sex();
        rows.add(loaded.memberIds().get(index))
                .add(loaded.id())
                .add(loaded.household().villageId())
                .add(person.fullName())
                .add(derived.nameKey())
                .add(derived.givenKey())
                .add(derived.sortKey())
                .add(derived.birthDate())
                .add(derived.birthPrecision())
                .add(sex == null ? null : sex.code())
                .add((index == loaded.head() ? Relation.HEAD : person.relation()).code())
                .add(person.residence().code())
                .add(derived.cccdCipher())
                .add(derived.cccdHash())
                .add(derived.cccdMask())
                .add(derived.phoneCipher())
                .add(derived.phoneHash())
                .add(derived.phoneMask())
                .add(AttributeJson.write(person.attributes()))
                .add(loaded.household().registeredFrom())
                .add(loaded.household().registeredFrom())
                .add(batchId)
                .endRow();
    }
}
