package vn.langso.identity.installation;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.identity.secrets.Phone;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** What an installation calls itself on its sign-in page and tickets. */
@Service
public class InstallationSettings {

    static final String CHANGE = "settings.change";

    private static final int LONGEST_NAME = 60;

    /** There is one installation. */
    private static final UUID SUBJECT = new UUID(0, 1);

    private final SettingStore store;
    private final Audit audit;

    InstallationSettings(SettingStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Its name and help number as they are now. */
    @Transactional(readOnly = true)
    public Installation installation() {
        return store.all();
    }

    /**
     * Changes name and help number; empty texts unset them. Needs {@code settings.change}; refuses with IDN-023 what is too long or no
     * phone number.
     */
    @Transactional
    public void change(Caller caller, String typedName, String typedPhone) {
        caller.require(CHANGE);
        String name = Folding.clean(typedName);
        if (name.length() > LONGEST_NAME) {
            throw Problem.at("name", InstallationProblem.SETTING_FORM, LONGEST_NAME)
                    .asException();
        }
        String phone = typedPhone.isBlank()
                ? ""
                : Phone.parse(typedPhone)
                        .map(Phone::national)
                        .orElseThrow(() -> Problem.at("help-phone", InstallationProblem.SETTING_FORM, LONGEST_NAME)
                                .asException());
        Installation before = store.all();
        store.set(SettingStore.NAME, name);
        store.set(SettingStore.HELP_PHONE, phone);
        audit.changed(
                caller, new Change("settings.change", caller.placeId(), "installation", SUBJECT, before, store.all()));
    }
}
