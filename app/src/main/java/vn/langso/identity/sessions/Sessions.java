package vn.langso.identity.sessions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.identity.roles.Assignment;
import vn.langso.identity.roles.Roles;
import vn.langso.identity.secrets.Secrets;
import vn.langso.identity.sessions.SessionStore.Fresh;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Role;
import vn.langso.shell.Caller;
import vn.langso.shell.SignIns;

/** Signed-in browsers: opened at sign-in, in one role at a time, seen and ended by their owner. */
@Service
@EnableConfigurationProperties(SessionSettings.class)
public class Sessions {

    /** Cookie of the form token; renewed with the session, so that none outlives a change of the person. */
    private static final String FORM_COOKIE = "langso_form";

    private static final int LONGEST_AGENT = 300;

    /** Before it nobody is signed in, so nobody else can be the actor. */
    private static final Caller SIGN_IN = Caller.program("sign-in");

    private final SessionStore store;
    private final Roles roles;
    private final Audit audit;
    private final SessionSettings settings;
    private final InstantSource clock;

    /** What the audit keeps of sessions that were ended by their owner. */
    record Ended(int sessions) {}

    /** What the audit keeps of somebody who signed in or changed the role; the address stands with the session, as long as that does. */
    record Opened(UUID session, Role role, String device) {}

    /** A session as its owner sees it. */
    public record Line(
            UUID id,
            OffsetDateTime createdAt,
            OffsetDateTime seenAt,
            String address,
            String agent,
            Role role,
            UUID placeId) {

        /** What it runs on, "Android, Chrome"; empty when the browser says nothing that is known. */
        public String device() {
            return Device.of(agent);
        }
    }

    Sessions(SessionStore store, Roles roles, Audit audit, SessionSettings settings, InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Signs this browser in to the account, in the role with the least rights that it holds today. The value of the cookie is always a new
     * one and the session that the browser had ends. The caller has made sure who it is. Refuses with IDN-006 when no role holds today.
     */
    @Transactional
    public void open(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        Assignment assignment = roles.holdingToday(accountId).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(SessionProblem.NO_ROLE).asException());
        start(assignment, request, response);
    }

    /** Refuses with IDN-026 what a token may not do: a stolen token must not make itself a second one, nor change a password. */
    public static void requireBrowser(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null) {
            throw Problem.of(SessionProblem.BROWSER_ONLY).asException();
        }
    }

    /** Goes on in another role of the same account, with a new cookie. Refuses with IDN-006 when it is none of the caller's today. */
    @Transactional
    public void switchRole(Caller caller, UUID assignmentId, HttpServletRequest request, HttpServletResponse response) {
        Assignment assignment = roles.holdingToday(caller.accountId()).stream()
                .filter(candidate -> candidate.id().equals(assignmentId))
                .findFirst()
                .orElseThrow(() -> Problem.of(SessionProblem.NO_ROLE).asException());
        start(assignment, request, response);
    }

    /** The caller's sessions, the last used first. */
    @Transactional(readOnly = true)
    public List<Line> of(UUID accountId) {
        return store.of(accountId, clock.instant());
    }

    /** Ends one of the caller's sessions; another's are left alone. */
    @Transactional
    public boolean end(Caller caller, UUID sessionId) {
        boolean ended = store.end(caller.accountId(), sessionId);
        if (ended) {
            audit.changed(
                    caller, new Change("sessions.end", caller.placeId(), "session", sessionId, new Ended(1), null));
        }
        return ended;
    }

    /** Ends all of the caller's sessions, this one too. */
    @Transactional
    public void endAll(Caller caller) {
        int ended = store.endAll(caller.accountId(), null);
        audit.changed(
                caller,
                new Change(
                        "sessions.end-all", caller.placeId(), "account", caller.accountId(), new Ended(ended), null));
    }

    /** Ends all sessions of the account except {@code kept}; returns how many. */
    @Transactional
    public int endAll(UUID accountId, @Nullable UUID kept) {
        return store.endAll(accountId, kept);
    }

    /** Signs this browser out and tells it to forget what it keeps. */
    @Transactional
    public void close(HttpServletRequest request, HttpServletResponse response) {
        endOfBrowser(request);
        response.addCookie(cookie(request, SignIns.COOKIE, "", 0));
        response.addCookie(cookie(request, FORM_COOKIE, "", 0));
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.setHeader("X-Langso-Forget", "1");
    }

    /** Removes what is over; returns how many. */
    @Transactional
    public int purge() {
        return store.purge(clock.instant());
    }

    private void start(Assignment assignment, HttpServletRequest request, HttpServletResponse response) {
        endOfBrowser(request);
        String value = Secrets.value();
        Instant now = clock.instant();
        var longest = settings.longest(assignment.role());
        UUID id = Ids.next();
        store.insert(
                Secrets.hash(value),
                new Fresh(
                        id,
                        assignment.accountId(),
                        assignment.id(),
                        now,
                        now.plus(settings.idle(assignment.role())),
                        now.plus(longest),
                        request.getRemoteAddr(),
                        agent(request)));
        audit.changed(
                SIGN_IN,
                new Change(
                        "sessions.open",
                        assignment.placeId(),
                        "account",
                        assignment.accountId(),
                        null,
                        new Opened(id, assignment.role(), Device.of(agent(request)))));
        response.addCookie(cookie(request, SignIns.COOKIE, value, (int) longest.toSeconds()));
        response.addCookie(cookie(request, FORM_COOKIE, "", 0));
    }

    private void endOfBrowser(HttpServletRequest request) {
        Cookie known = WebUtils.getCookie(request, SignIns.COOKIE);
        if (known != null) {
            store.endByHash(Secrets.hash(known.getValue()));
        }
    }

    private static String agent(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }

    /** A cookie as all of ours are: not for scripts, not sent along from other sites, over HTTPS alone where that is spoken. */
    public static Cookie cookie(HttpServletRequest request, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
