package vn.langso.iot.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;

import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

import vn.langso.iot.DeviceId;
import vn.langso.iot.Refusals;
import vn.langso.iot.accounts.Account;
import vn.langso.iot.accounts.DeviceAccounts;

/**
 * Lets devices in by their key, each to its own topics, and the intake to all of them.
 *
 * <p>Artemis remembers an answer for some seconds; a device that is cut off is disconnected as well.
 */
final class DeviceSecurity implements ActiveMQSecurityManager5 {

    /** Cannot be the id of a device. */
    static final String INTAKE = "$intake";

    private final DeviceAccounts accounts;
    private final Refusals refusals;
    private final String intakeKey;

    DeviceSecurity(DeviceAccounts accounts, Refusals refusals, String intakeKey) {
        this.accounts = accounts;
        this.refusals = refusals;
        this.intakeKey = intakeKey;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        if (user == null || password == null || !mayConnect(user, password)) {
            return null;
        }
        return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        String user =
                subject.getPrincipals(UserPrincipal.class).iterator().next().getName();
        if (user.equals(INTAKE)) {
            return true;
        }
        Optional<Account> account = accounts.find(user).filter(Account::active);
        if (account.isEmpty()) {
            return false;
        }
        int queue = address.indexOf("::");
        boolean may = may(account.get(), check, queue < 0 ? address : address.substring(0, queue));
        if (!may) {
            refusals.count(new DeviceId(user), "foreign-topic");
        }
        return may;
    }

    private static boolean may(Account account, CheckType check, String address) {
        return switch (check) {
            case SEND -> Topics.mayPublish(account, address);
            case CONSUME,
                    CREATE_DURABLE_QUEUE,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE -> Topics.mayHear(account, address);
            default -> false;
        };
    }

    private boolean mayConnect(String user, String password) {
        return user.equals(INTAKE)
                ? MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.UTF_8), intakeKey.getBytes(StandardCharsets.UTF_8))
                : accounts.mayConnect(user, password);
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        return user != null && password != null && mayConnect(user, password);
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, Set<Role> roles, CheckType check) {
        return false;
    }

    @Override
    public @Nullable String getUserFromSubject(@Nullable Subject subject) {
        return subject == null
                ? null
                : subject.getPrincipals(UserPrincipal.class).iterator().next().getName();
    }
}
