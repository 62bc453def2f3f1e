package vn.langso.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

import vn.langso.identity.Accounts;
import vn.langso.identity.NewAccount;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.Role;
import vn.langso.places.Decision;
import vn.langso.places.NewVillage;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.scenarios.AccessMatrix.Row;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Every endpoint, asked by every persona and by nobody, in their own place and in a foreign one. */
@SpringBootTest(properties = "langso.mode=demo")
@AutoConfigureMockMvc
class AccessMatrixTest {

    private static final Set<Role> OF_A_VILLAGE =
            Set.of(Role.RESIDENT, Role.VILLAGE_HEAD, Role.CELL_SECRETARY, Role.DIGITAL_TEAM, Role.ELECTRICIAN);
    private static final Set<Role> OF_THE_PROVINCE = Set.of(Role.COMMITTEE, Role.ASSESSOR);

    private static final Caller PROGRAM = Caller.program("access matrix");

    @Autowired
    private MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private Places places;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final AccessMatrix matrix = AccessMatrix.read();
    private final Map<Role, UUID> accountOf = new EnumMap<>(Role.class);
    private final Map<Role, UUID> placeOf = new EnumMap<>(Role.class);

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        assertThat(matrix.rows()).extracting(Row::endpoint).doesNotHaveDuplicates();
        Set<String> written = matrix.rows().stream().map(Row::endpoint).collect(Collectors.toCollection(TreeSet::new));

        assertThat(mapped())
                .as("mapped endpoints, and rows of access-matrix.csv")
                .isEqualTo(written);
    }

    @Test
    void everyPermissionNamedExists() {
        Set<String> known =
                matrix.permissions().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        known.addAll(Set.of(AccessMatrix.OPEN, AccessMatrix.SIGNED_IN));

        assertThat(matrix.rows()).extracting(Row::access).isSubsetOf(known);
    }

    /** {@code -Dlangso.docs=write} writes the page anew; without, a difference fails. */
    @Test
    void pageOfTheMatrixSaysWhatTheRowsSay() throws IOException {
        Path page = Path.of("../docs/access-matrix.md");
        if ("write".equals(System.getProperty("langso.docs"))) {
            Files.writeString(page, matrix.document());
        }

        assertThat(Files.readString(page))
                .as(
                        "docs/access-matrix.md differs: run AccessMatrixTest with -Dlangso.docs=write and look at the change")
                .isEqualTo(matrix.document());
    }

    @Test
    void everyEndpointAnswersEveryPersonaAsWritten() {
        Map<String, String> samples = prepare();
        UUID foreign = places.tree()
                .byCode(samples.get("village.foreign"), null)
                .orElseThrow()
                .id();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Row row : matrix.rows()) {
            String own = AccessMatrix.filled(row.ownAddress(), samples);
            asked += nobody(row, own, samples, wrong);
            for (Role role : Role.values()) {
                asked++;
                int status = ask(row, own, role, row.json(), samples);
                check(
                        wrong,
                        row,
                        role + " at " + own,
                        status,
                        matrix.mayCall(role, row) ? Answer.ALLOWED : Answer.FORBIDDEN);
                if (!row.foreign().isEmpty()) {
                    asked++;
                    String there = AccessMatrix.filled(row.foreignAddress(), samples);
                    boolean covers = places.tree().covered(placeOf.get(role)).contains(foreign);
                    Answer beyond = row.isForm() ? Answer.FORM_AGAIN : Answer.HIDDEN;
                    Answer expected = !matrix.mayCall(role, row) ? Answer.FORBIDDEN : covers ? Answer.ALLOWED : beyond;
                    check(
                            wrong,
                            row,
                            role + " at foreign " + there,
                            ask(row, there, role, row.foreignJson(), samples),
                            expected);
                }
            }
        }

        assertThat(wrong).as("wrong answers of %d", asked).isEmpty();
        assertThat(asked).isGreaterThan(matrix.rows().size() * Role.values().length);
    }

    /** What a status must be. A place beyond one's own may be refused or not be there at all. */
    private enum Answer {
        ALLOWED,
        FORBIDDEN,
        HIDDEN,
        FORM_AGAIN;

        boolean fits(int status) {
            return switch (this) {
                case ALLOWED -> status != 401 && status != 403 && status < 500;
                case FORBIDDEN -> status == 403;
                case HIDDEN -> status == 403 || status == 404;
                case FORM_AGAIN -> status == 422;
            };
        }
    }

    private static void check(List<String> wrong, Row row, String who, int status, Answer expected) {
        boolean gone = expected == Answer.ALLOWED && row.isLook() && status == 404;
        if (!expected.fits(status) || gone) {
            wrong.add(row.endpoint() + " (" + row.access() + ") " + who + ": " + status + " is not " + expected);
        }
    }

    private int nobody(Row row, String address, Map<String, String> samples, List<String> wrong) {
        MvcTestResult result = exchange(row, address, null, AccessMatrix.filled(row.json(), samples));
        int status = result.getResponse().getStatus();
        String location = String.valueOf(result.getResponse().getRedirectedUrl());
        boolean turnedAway = status == 401 || (status / 100 == 3 && location.startsWith("/sign-in"));
        if (turnedAway == row.isOpen() && !row.path().startsWith("/sign-in")) {
            wrong.add(row.endpoint() + " (" + row.access() + ") nobody: " + status + " to " + location);
        }
        return 1;
    }

    private int ask(Row row, String address, Role role, String json, Map<String, String> samples) {
        MockHttpServletResponse signedIn = new MockHttpServletResponse();
        sessions.open(accountOf.get(role), new MockHttpServletRequest(), signedIn);
        return exchange(row, address, signedIn.getCookie(SignIns.COOKIE), AccessMatrix.filled(json, samples))
                .getResponse()
                .getStatus();
    }

    private MvcTestResult exchange(Row row, String address, Cookie session, String json) {
        var request = http.method(HttpMethod.valueOf(row.method()))
                .uri(UriComponentsBuilder.fromUriString(address)
                        .encode()
                        .build()
                        .toUri())
                .with(csrf());
        if (session != null) {
            request = request.cookie(session);
        }
        if (!json.isEmpty()) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        return request.asyncExchange(); // streams of events never end
    }

    private Map<String, String> prepare() {
        LocalDate today = places.tree().today();
        Place own = village("15313-03", "Chí Phúc", "15313", LocalDate.of(2023, 12, 1));
        Place foreign = village("15271-91", "Xa Lạ", "15271", today.minusDays(30));
        UUID commune = places.tree().byCode("15316", today).orElseThrow().id();
        UUID province = places.tree().byCode("38", today).orElseThrow().id();
        for (Role role : Role.values()) {
            UUID place = OF_A_VILLAGE.contains(role) ? own.id() : OF_THE_PROVINCE.contains(role) ? province : commune;
            placeOf.put(role, place);
            accountOf.put(role, accounts.establish(PROGRAM, new NewAccount("Mẫu " + role, null, role, place)));
        }
        Map<String, String> samples = AccessMatrix.samples();
        samples.put("village.own", own.code());
        samples.put("village.foreign", foreign.code());
        samples.put("village-id.own", own.id().toString());
        samples.put("village-id.foreign", foreign.id().toString());
        for (AccessSamples module : modules()) {
            samples.putAll(module.make(PROGRAM, own, foreign));
        }
        return samples;
    }

    private Place village(String code, String name, String communeCode, LocalDate since) {
        return places.tree().byCode(code, null).orElseGet(() -> {
            UUID commune =
                    places.tree().byCode(communeCode, since).orElseThrow().id();
            UUID id = places.establishVillage(
                    PROGRAM,
                    new NewVillage(code, "thon", name, commune),
                    new Decision("MẪU-" + code, since, "Lập thôn " + name));
            return places.tree().get(id);
        });
    }

    private List<AccessSamples> modules() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(AccessSamples.class));
        return scanner.findCandidateComponents("vn.langso").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .map(type -> (AccessSamples) beans.createBean(type))
                .toList();
    }

    private Set<String> mapped() {
        Set<String> endpoints = new TreeSet<>();
        mapping.getHandlerMethods().keySet().forEach(info -> endpoints.addAll(endpoints(info)));
        return endpoints;
    }

    private static List<String> endpoints(RequestMappingInfo info) {
        Set<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? Set.of("GET") : methods).stream().map(method -> method + " " + path))
                .toList();
    }
}
