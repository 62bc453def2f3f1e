package vn.langso.shell;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;

/** Builds the frame of a page for the reader of a request, and carries the note of a finished action over the redirect. */
@Component
public class Pages {

    static final String SCHEME_COOKIE = "langso_scheme";
    static final String SIZE_COOKIE = "langso_size";

    private static final String NOTE_COOKIE = "langso_note";
    private static final String NOTE_ATTRIBUTE = "langso.note";
    private static final String SEPARATOR = "\u001f";

    private static final Set<Role> ON_A_PHONE = Set.of(
            Role.RESIDENT, Role.VILLAGE_HEAD, Role.CELL_SECRETARY, Role.DIGITAL_TEAM, Role.ELECTRICIAN, Role.TEACHER);

    private final Languages languages;
    private final Assets assets;
    private final List<NavEntry> nav;
    private final ObjectProvider<PlaceNames> placeNames;
    private final ObjectProvider<Bell> bell;
    private final boolean demo;

    Pages(
            Languages languages,
            Assets assets,
            ObjectProvider<NavEntry> nav,
            ObjectProvider<PlaceNames> placeNames,
            ObjectProvider<Bell> bell,
            @Value("${langso.mode:run}") String mode) {
        this.languages = languages;
        this.assets = assets;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
        this.placeNames = placeNames;
        this.bell = bell;
        this.demo = "demo".equals(mode);
    }

    /** The reader's texts. */
    public Texts texts(HttpServletRequest request) {
        return languages.of(request);
    }

    /** The frame of a page whose title is the text {@code titleKey}; {@code current} names the lit navigation entry. */
    public Page page(HttpServletRequest request, String current, String titleKey, Object... args) {
        Texts t = texts(request);
        return page(request, CallerFilter.callerOf(request), t, current, t.say(titleKey, args));
    }

    /** The frame of a page that is the same for everybody and names nobody, even when somebody is signed in. */
    Page forAnybody(HttpServletRequest request, String titleKey) {
        Texts t = texts(request);
        return page(request, null, t, "", t.say(titleKey));
    }

    /** Lets the device keep the last copy of this page for times without a network; never pages with states of devices. */
    public void keep(HttpServletResponse response) {
        response.setHeader("X-Langso-Keep", "1");
    }

    /** Makes the device drop all kept pages; for the pages shown to somebody who is not (any more) signed in. */
    public void forget(HttpServletResponse response) {
        response.setHeader("X-Langso-Forget", "1");
    }

    private Page page(HttpServletRequest request, @Nullable Caller caller, Texts t, String current, String title) {
        return new Page(
                t,
                title,
                current,
                pathOf(request),
                caller,
                placeName(caller, t),
                caller == null
                        ? List.of()
                        : nav.stream().filter(entry -> shows(entry, caller)).toList(),
                look(request, caller),
                csrf(request),
                (String) request.getAttribute(NOTE_ATTRIBUTE),
                demo,
                unseen(caller),
                assets);
    }

    /** Shows the text of {@code key} on the page that the reader is redirected to. */
    public void note(HttpServletResponse response, String key, Object... args) {
        StringBuilder value = new StringBuilder(key);
        Arrays.stream(args).forEach(arg -> value.append(SEPARATOR).append(arg));
        response.addCookie(cookie(NOTE_COOKIE, URLEncoder.encode(value.toString(), StandardCharsets.UTF_8), 60));
    }

    /** Takes the note of the last action off its cookie; called once per request that may show a page. */
    void takeNote(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, NOTE_COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return;
        }
        String[] parts =
                URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8).split(SEPARATOR, -1);
        Texts t = texts(request);
        if (t.has(parts[0])) {
            request.setAttribute(
                    NOTE_ATTRIBUTE, t.say(parts[0], (Object[]) Arrays.copyOfRange(parts, 1, parts.length)));
        }
        response.addCookie(cookie(NOTE_COOKIE, "", 0));
    }

    static Cookie cookie(String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private Page.@Nullable Unseen unseen(@Nullable Caller caller) {
        Bell known = bell.getIfAvailable();
        return caller == null || known == null ? null : new Page.Unseen(known.unseen(caller), known.topic(caller));
    }

    private String placeName(@Nullable Caller caller, Texts t) {
        PlaceNames names = placeNames.getIfAvailable();
        if (caller == null || caller.placeId() == null || names == null) {
            return t.say("shell.brand.place");
        }
        return names.fullName(caller.placeId());
    }

    private static boolean shows(NavEntry entry, Caller caller) {
        return entry.permission() == null || caller.may(entry.permission());
    }

    private static Page.Look look(HttpServletRequest request, @Nullable Caller caller) {
        Cookie scheme = WebUtils.getCookie(request, SCHEME_COOKIE);
        Cookie size = WebUtils.getCookie(request, SIZE_COOKIE);
        boolean phone = caller == null || caller.role() == null || ON_A_PHONE.contains(caller.role());
        String ordinary = phone ? "md" : "sm";
        return new Page.Look(
                scheme != null && Set.of("light", "dark").contains(scheme.getValue()) ? scheme.getValue() : "auto",
                size != null && "lg".equals(size.getValue()) ? "lg" : ordinary);
    }

    private static String csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    /** The address that was asked for, also while its failure is being answered. */
    static String addressOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static String pathOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? addressOf(request) : addressOf(request) + "?" + query;
    }
}
