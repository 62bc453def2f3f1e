package vn.langso.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.dashboard.Contacts;
import vn.langso.households.Households;
import vn.langso.identity.Setup;
import vn.langso.indicators.Indicators;
import vn.langso.infrastructure.Infrastructure;
import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** Fills an empty demo in one transaction, before the program says that it is ready; a filled one is left alone. */
@Component
@Order(100)
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class DemoSeed implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final Caller PROGRAM = Caller.program("demo");
    private static final String PILOT_VILLAGE = "15313-03";

    /** The communes of 2023 are in force on this day, and the villages follow them through the reform. */
    private static final LocalDate VILLAGES_BEGIN = LocalDate.of(2023, 4, 10);

    private final Places places;
    private final Households households;
    private final Infrastructure infrastructure;
    private final Indicators indicators;
    private final Contacts contacts;
    private final Setup setup;
    private final DemoAccounts accounts;
    private final DemoLights lights;
    private final Simulator simulator;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DemoSeed(
            Places places,
            Households households,
            Infrastructure infrastructure,
            Indicators indicators,
            Contacts contacts,
            Setup setup,
            DemoAccounts accounts,
            DemoLights lights,
            Simulator simulator,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.places = places;
        this.households = households;
        this.infrastructure = infrastructure;
        this.indicators = indicators;
        this.contacts = contacts;
        this.setup = setup;
        this.accounts = accounts;
        this.lights = lights;
        this.simulator = simulator;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Texts.ZONE);
        boolean empty = places.tree().byCode(PILOT_VILLAGE, today).isEmpty();
        if (empty) {
            LOG.info("Filling the demo with invented people");
            transaction.executeWithoutResult(status -> fill(today));
        }
        List<Simulator.Played> cabinets = transaction.execute(status -> lights.establish(PROGRAM, today));
        if (empty) {
            transaction.executeWithoutResult(status -> keepMonthsBefore(today));
        }
        transaction.executeWithoutResult(status -> accounts.establish(PROGRAM));
        simulator.play(Objects.requireNonNull(cabinets));
    }

    private void fill(LocalDate today) {
        Map<String, UUID> villages = establishVillages();
        for (NamedCsvRecord row : InventedHouseholds.read("/demo/villages.csv")) {
            String code = code(row);
            UUID id = Objects.requireNonNull(villages.get(code));
            households.registerAll(
                    PROGRAM,
                    row.getField("households").isEmpty()
                            ? InventedHouseholds.listed(code, id, today)
                            : InventedHouseholds.drawn(code, id, Integer.parseInt(row.getField("households")), today),
                    null);
        }
        InventedInfrastructure.establish(PROGRAM, infrastructure, villages);
        setup.installation(PROGRAM, "Xã Tống Sơn", "");
        Persona.all().stream()
                .filter(persona -> persona.role() == Role.VILLAGE_HEAD)
                .forEach(head -> contacts.publish(
                        PROGRAM,
                        Objects.requireNonNull(villages.get(head.placeCode())),
                        head.name() + ", trưởng thôn",
                        head.phone(),
                        0));
    }

    /** The demo has a past, so its figures of past months are kept, as those of a running commune are at the end of each month. */
    private void keepMonthsBefore(LocalDate today) {
        YearMonth thisMonth = YearMonth.from(today);
        for (YearMonth month = YearMonth.from(VILLAGES_BEGIN); month.isBefore(thisMonth); month = month.plusMonths(1)) {
            indicators.keepMonth(month);
        }
    }

    private Map<String, UUID> establishVillages() {
        List<NewVillage> villages = InventedHouseholds.read("/demo/villages.csv").stream()
                .map(row -> new NewVillage(
                        code(row), "thon", row.getField("name"), commune(row).id()))
                .toList();
        Decision decision = new Decision("01/QĐ-MAU", VILLAGES_BEGIN, "Danh sách thôn của bản dùng thử");
        return new HashMap<>(places.establishVillages(PROGRAM, villages, decision));
    }

    private Place commune(NamedCsvRecord row) {
        return places.tree()
                .byCode(row.getField("commune_code"), VILLAGES_BEGIN)
                .orElseThrow();
    }

    private static String code(NamedCsvRecord row) {
        return "%s-%02d".formatted(row.getField("commune_code"), Integer.parseInt(row.getField("village_number")));
    }
}
