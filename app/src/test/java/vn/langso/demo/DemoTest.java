package vn.langso.demo;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import vn.langso.indicators.Indicator;
import vn.langso.indicators.Indicators;
import vn.langso.places.Place;
import vn.langso.places.Places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The demo as it is after its first start; a program of its own, because the walk through the access matrix changes the one it uses. */
@SpringBootTest(properties = {"langso.mode=demo", "spring.application.name=langso-after-first-start"})
@AutoConfigureMockMvc
class DemoTest {

    private static final String PILOT_VILLAGE = "15313-03";
    private static final String INTERNET = "households.with-internet";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pulse pulse;

    @Autowired
    private Places places;

    @Autowired
    private Indicators indicators;

    @Test
    void residentFindsTheirOwnHousehold() {
        assertThat(http.get().uri("/").cookie(enter("resident")))
                .hasStatusOk()
                .bodyText()
                .contains("Chào bà Thoa", "Hộ của mình trong sổ", "HK-010", "Lê Mẫu Thoa");
    }

    @Test
    void beatChangesTheNeighboursFigureAndTheNextOneTakesItBack() {
        Long before = withInternet(Pulse.VILLAGE);

        pulse.beat();
        assertThat(Math.abs(withInternet(Pulse.VILLAGE) - before)).isEqualTo(1);
        pulse.beat();
        assertThat(withInternet(Pulse.VILLAGE)).isEqualTo(before);
        assertThat(withInternet(PILOT_VILLAGE)).isEqualTo(106);
    }

    @Test
    void referenceVillageHasFiveRoadsAndFortyLamps() {
        assertThat(figure(PILOT_VILLAGE, "lighting.roads")).isEqualTo(5);
        assertThat(figure(PILOT_VILLAGE, "lighting.lamps")).isEqualTo(40);
    }

    @Test
    void metersHaveAPastThatNeverRunsBackwards() {
        List<Long> energy = jdbc.sql("""
                        select (select sum(wh) from unnest(r.energy_wh) wh)::bigint
                        from lighting.reading r join lighting.cabinet c on c.id = r.cabinet_id
                        where c.device_id = 'tu-7k3m9q'
                        order by r.at
                        """).query(Long.class).list();

        assertThat(energy).hasSizeGreaterThan(1000).isSorted();
        // Forty lamps of 40 W, half of them off for 5.5 hours: between 12 and 16 kWh a night.
        assertThat(energy.getLast() - energy.getFirst()).isBetween(400 * 12_000L, 400 * 18_000L);
    }

    @Test
    void signInPageNamesTheCommune() {
        assertThat(http.get().uri("/sign-in")).bodyText().contains("Xã Tống Sơn");
    }

    private long withInternet(String villageCode) {
        return figure(villageCode, INTERNET);
    }

    private long figure(String villageCode, String code) {
        UUID village = places.tree()
                .byCode(villageCode, places.tree().today())
                .map(Place::id)
                .orElseThrow();
        return indicators.at(village, places.tree().today()).stream()
                .filter(figure -> figure.definition().code().equals(code))
                .mapToLong(Indicator::numerator)
                .findFirst()
                .orElseThrow();
    }

    private Cookie[] enter(String role) {
        return http.post()
                .uri("/start/" + role)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookies();
    }
}
