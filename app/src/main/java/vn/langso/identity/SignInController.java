package vn.langso.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.WebUtils;

import vn.langso.identity.codes.OneTimeCodes;
import vn.langso.identity.codes.OneTimeCodes.Pending;
import vn.langso.identity.installation.Installation;
import vn.langso.identity.installation.InstallationSettings;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.secrets.Throttle;
import vn.langso.identity.secrets.Throttle.Limit;
import vn.langso.identity.sessions.Sessions;
import vn.langso.kernel.Problem;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Languages;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/**
 * Signing in with a phone number and a code: number, code, and who one is where several share the phone.
 *
 * <p>Every answer is the same whether the number is known or not.
 */
@Controller
class SignInController {

    /** Binds a code to the browser that asked for it. */
    static final String BROWSER_COOKIE = "langso_code";

    private static final Duration BROWSER_COOKIE_LIFE = Duration.ofMinutes(20);

    private final OneTimeCodes codes;
    private final Accounts accounts;
    private final Landing landing;
    private final Throttle throttle;
    private final InstallationSettings settings;
    private final Languages languages;
    private final Pages pages;
    private final InstantSource clock;

    SignInController(
            OneTimeCodes codes,
            Accounts accounts,
            Landing landing,
            Throttle throttle,
            InstallationSettings settings,
            Languages languages,
            Pages pages,
            InstantSource clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.landing = landing;
        this.throttle = throttle;
        this.settings = settings;
        this.languages = languages;
        this.pages = pages;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/sign-in")
    Html phone(@RequestParam(defaultValue = "") String back, HttpServletRequest request, HttpServletResponse response) {
        landing.remember(back, request, response);
        response.setHeader("X-Langso-Forget", "1");
        return phonePage(request, null);
    }

    @OpenToAll
    @PostMapping("/sign-in")
    View ask(@RequestParam(defaultValue = "") String phone, HttpServletRequest request, HttpServletResponse response) {
        Optional<Phone> number = Phone.parse(phone);
        if (number.isEmpty()) {
            return phonePage(request, Problem.at("phone", IdentityProblem.PHONE_FORM));
        }
        if (!codes.canSend()) {
            return phonePage(request, Problem.of(IdentityProblem.NO_SENDER));
        }
        return send(number.get(), request, response)
                ? Html.redirect("/sign-in/code")
                : phonePage(request, Problem.of(IdentityProblem.TOO_OFTEN));
    }

    @OpenToAll
    @GetMapping("/sign-in/code")
    View code(HttpServletRequest request) {
        Optional<Pending> pending = codes.pending(browser(request));
        return pending.<View>map(known -> codePage(request, known, null)).orElseGet(() -> Html.redirect("/sign-in"));
    }

    @OpenToAll
    @PostMapping("/sign-in/code")
    View prove(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        String browser = browser(request);
        if (!throttle.allows(Limit.GUESS_PER_ADDRESS, Throttle.network(request.getRemoteAddr()))) {
            return again(request, Problem.of(IdentityProblem.TOO_OFTEN));
        }
        return switch (codes.prove(browser, digits(code))) {
            case OneTimeCodes.Proved proved -> proved(proved.phone(), request, response);
            case OneTimeCodes.Wrong wrong ->
                again(request, Problem.at("code", IdentityProblem.CODE_WRONG, wrong.left()));
            case OneTimeCodes.Over _ -> again(request, Problem.of(IdentityProblem.CODE_OVER));
        };
    }

    @OpenToAll
    @PostMapping("/sign-in/resend")
    View resend(HttpServletRequest request, HttpServletResponse response) {
        Optional<Pending> pending = codes.pending(browser(request));
        if (pending.isEmpty()) {
            return Html.redirect("/sign-in");
        }
        long left = secondsToWait(pending.get());
        if (left > 0) {
            return codePage(request, pending.get(), Problem.of(IdentityProblem.RESEND_EARLY, left));
        }
        if (!send(pending.get().phone(), request, response)) {
            return codePage(request, pending.get(), Problem.of(IdentityProblem.TOO_OFTEN));
        }
        pages.note(response, "identity.code.sent-again");
        return Html.redirect("/sign-in/code");
    }

    @OpenToAll
    @GetMapping("/sign-in/who")
    View who(HttpServletRequest request) {
        Page page = pages.page(request, "", "identity.who.title");
        return codes.proved(browser(request))
                .<View>map(phone -> Html.of(
                        "identity/who.jte",
                        new WhoView(page, settings.installation(), landing.choices(phone, page.t()))))
                .orElseGet(() -> Html.redirect("/sign-in"));
    }

    @OpenToAll
    @PostMapping("/sign-in/who")
    View choose(@RequestParam UUID account, HttpServletRequest request, HttpServletResponse response) {
        String browser = browser(request);
        boolean theirs = codes.proved(browser).stream()
                .flatMap(phone -> accounts.activeWithPhone(phone).stream())
                .anyMatch(candidate -> candidate.id().equals(account));
        if (!theirs || !codes.use(browser)) {
            return Html.redirect("/sign-in");
        }
        return signedIn(account, request, response);
    }

    private View proved(Phone phone, HttpServletRequest request, HttpServletResponse response) {
        List<Account> known = accounts.activeWithPhone(phone);
        if (known.size() > 1) {
            return Html.redirect("/sign-in/who");
        }
        // A number without account is never sent a code: whoever guessed one is answered as for a wrong one.
        if (known.isEmpty() || !codes.use(browser(request))) {
            return again(request, Problem.of(IdentityProblem.CODE_OVER));
        }
        return signedIn(known.getFirst().id(), request, response);
    }

    private View signedIn(UUID account, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(Sessions.cookie(request, BROWSER_COOKIE, "", 0));
        return landing.signIn(account, request, response);
    }

    private boolean send(Phone phone, HttpServletRequest request, HttpServletResponse response) {
        String address = Throttle.network(request.getRemoteAddr());
        boolean allowed = throttle.allows(Limit.CODE_PER_ADDRESS, address)
                && throttle.allows(Limit.CODE_PER_PHONE, phone.e164())
                && throttle.allows(Limit.CODE_PER_PHONE_AND_DAY, phone.e164());
        if (!allowed) {
            return false;
        }
        List<Account> known = accounts.activeWithPhone(phone);
        String language = known.isEmpty() ? "vi" : known.getFirst().language();
        String text = languages.of(language).say("identity.code.message", OneTimeCodes.LIFE.toMinutes());
        String browser = codes.issue(phone, !known.isEmpty(), text);
        response.addCookie(Sessions.cookie(request, BROWSER_COOKIE, browser, (int) BROWSER_COOKIE_LIFE.toSeconds()));
        return true;
    }

    private View again(HttpServletRequest request, Problem problem) {
        return codes.pending(browser(request))
                .<View>map(known -> codePage(request, known, problem))
                .orElseGet(() -> phonePage(request, problem));
    }

    private Html phonePage(HttpServletRequest request, @Nullable Problem problem) {
        Page page = pages.page(request, "", "identity.sign-in.title");
        Form form = Forms.sent(request, problem);
        PhoneView view =
                new PhoneView(problem == null ? page : page.failed(), settings.installation(), codes.canSend(), form);
        return Html.of("identity/sign-in.jte", view).status(Forms.status(problem));
    }

    private Html codePage(HttpServletRequest request, Pending pending, @Nullable Problem problem) {
        Page page = pages.page(request, "", "identity.code.title");
        Form form = Form.empty().with(problem == null ? List.of() : List.of(problem));
        CodeView view = new CodeView(
                problem == null ? page : page.failed(),
                settings.installation(),
                pending.phone().masked(),
                secondsToWait(pending),
                form);
        return Html.of("identity/code.jte", view).status(Forms.status(problem));
    }

    private long secondsToWait(Pending pending) {
        Instant due = pending.sentAt().plus(OneTimeCodes.WAIT);
        return Math.max(0, Duration.between(clock.instant(), due).toSeconds());
    }

    private static String digits(String typed) {
        return typed.substring(0, Math.min(typed.length(), 20)).replaceAll("[\\s.-]", "");
    }

    private static String browser(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, BROWSER_COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    record PhoneView(Page page, Installation installation, boolean canSend, Form form) {}

    record CodeView(Page page, Installation installation, String phone, long secondsToWait, Form form) {}

    record WhoView(Page page, Installation installation, List<Landing.Choice> choices) {}
}
