package vn.langso.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Role;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/**
 * Opens an empty installation: as long as nobody ever was administrator, each start makes an account for one and writes its opening code
 * to the log, which only who runs the program can read.
 */
@Component
@ConditionalOnProperty(name = "langso.mode", havingValue = "run", matchIfMissing = true)
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Places places;
    private final IdentitySettings settings;

    FirstAdministrator(Accounts accounts, Places places, IdentitySettings settings) {
        this.accounts = accounts;
        this.places = places;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        places.tree()
                .byCode(settings.firstPlace(), null)
                .ifPresentOrElse(
                        place -> accounts.openFirst(
                                        Caller.program("first-start"),
                                        new NewAccount("Quản trị", null, Role.ADMINISTRATOR, place.id()))
                                .ifPresent(ticket -> LOG.info(
                                        "No administrator has signed in yet. Open the first account at /open with the code {}",
                                        ticket.spaced())),
                        () -> LOG.error("The place {} of the first administrator is unknown", settings.firstPlace()));
    }
}
