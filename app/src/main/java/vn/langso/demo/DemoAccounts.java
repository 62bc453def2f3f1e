package vn.langso.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.households.Household;
import vn.langso.households.Households;
import vn.langso.identity.Accounts;
import vn.langso.identity.Landing;
import vn.langso.identity.NewAccount;
import vn.langso.identity.Setup;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** The personas' accounts and their fixed tokens, which stand in {@code demo-tokens.json} of the data folder. */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class DemoAccounts {

    private static final String TOKEN_NAME = "demo";

    private final Accounts accounts;
    private final Setup setup;
    private final Landing landing;
    private final Places places;
    private final Households households;
    private final InstantSource clock;
    private final Path tokenFile;
    private final Map<String, UUID> accountOfRole = new ConcurrentHashMap<>();

    DemoAccounts(
            Accounts accounts,
            Setup setup,
            Landing landing,
            Places places,
            Households households,
            InstantSource clock,
            @Value("${langso.data}") Path data) {
        this.accounts = accounts;
        this.setup = setup;
        this.landing = landing;
        this.places = places;
        this.households = households;
        this.clock = clock;
        this.tokenFile = data.resolve("demo-tokens.json");
    }

    /** Makes sure of all accounts and tokens and writes the file; twice is once. */
    void establish(Caller program) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Texts.ZONE);
        Map<String, String> values = known();
        for (Persona persona : Persona.all()) {
            UUID placeId = places.tree()
                    .byCode(persona.placeCode(), today)
                    .orElseThrow()
                    .id();
            UUID accountId = accounts.establish(
                    program,
                    new NewAccount(
                            persona.name(),
                            persona.phone(),
                            persona.role(),
                            placeId,
                            null,
                            registered(program, persona, placeId)));
            String role = persona.role().code();
            accountOfRole.put(role, accountId);
            setup.token(program, accountId, TOKEN_NAME, values.computeIfAbsent(role, key -> newToken()));
        }
        write(values);
    }

    /** The person of the register behind the persona; null when there is none. */
    private @Nullable UUID registered(Caller program, Persona persona, UUID villageId) {
        if (persona.household().isEmpty()) {
            return null;
        }
        return households
                .byNumber(program, villageId, "HK-" + persona.household())
                .map(Household::headId)
                .orElse(null);
    }

    /** Signs the browser in as this persona. */
    void signIn(String role, HttpServletRequest request, HttpServletResponse response) {
        UUID accountId = accountOfRole.get(role);
        if (accountId == null) {
            throw Problem.of(DemoProblem.UNKNOWN_PERSONA, role).asException();
        }
        landing.signIn(accountId, request, response);
    }

    private Map<String, String> known() {
        try {
            Map<String, String> values = new LinkedHashMap<>();
            if (Files.exists(tokenFile)) {
                JsonMapper.shared()
                        .readTree(Files.readString(tokenFile))
                        .propertyStream()
                        .forEach(entry ->
                                values.put(entry.getKey(), entry.getValue().asString()));
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Map<String, String> values) {
        try {
            Files.writeString(
                    tokenFile,
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n");
            Files.setPosixFilePermissions(tokenFile, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return "demo_" + HexFormat.of().formatHex(bytes);
    }
}
