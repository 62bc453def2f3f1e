package vn.langso.identity;

import java.util.UUID;

import org.springframework.stereotype.Service;

import vn.langso.identity.installation.InstallationSettings;
import vn.langso.identity.sessions.ApiTokens;
import vn.langso.shell.Caller;

/** What the program itself sets up beside accounts: tokens of the demo's personas, the name of the installation. */
@Service
public class Setup {

    private final ApiTokens tokens;
    private final InstallationSettings settings;

    Setup(ApiTokens tokens, InstallationSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * Gives the account a token whose value the program chooses; for the personas of the demo, IllegalStateException in every other mode.
     * Doing it twice is doing it once.
     */
    public void token(Caller program, UUID accountId, String name, String value) {
        tokens.fixed(program, accountId, name, value);
    }

    /** Names the installation; empty texts unset. Refuses with IDN-023 what is too long or no phone number. */
    public void installation(Caller program, String name, String helpPhone) {
        settings.change(program, name, helpPhone);
    }
}
