package vn.langso.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import vn.langso.kernel.Texts;

/** The texts of all modules in each language, and which language a reader wants. Vietnamese unless asked otherwise. */
@Component
public class Languages {

    static final String COOKIE = "langso_language";

    private final Texts vietnamese = load(Texts.VIETNAMESE);
    private final Texts english = load(Locale.UK);

    /** Texts for a request: the language cookie for pages, {@code Accept-Language: en} for the API. */
    public Texts of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            return of(cookie.getValue());
        }
        String accepted = request.getHeader("Accept-Language");
        boolean api = request.getRequestURI().startsWith("/api/");
        return api && accepted != null && accepted.startsWith("en") ? english : vietnamese;
    }

    /** Texts of a language tag; Vietnamese for anything but {@code en}. */
    public Texts of(String language) {
        return "en".equals(language) ? english : vietnamese;
    }

    private static Texts load(Locale locale) {
        Map<String, String> texts = new HashMap<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + locale.getLanguage() + ".properties");
            for (Resource file : files) {
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(locale, texts);
    }
}
