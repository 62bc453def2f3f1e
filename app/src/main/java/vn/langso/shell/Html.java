package vn.langso.shell;

import java.io.IOException;
import java.util.Map;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A page or fragment as a controller's answer: a precompiled template and the one view record that it takes. */
public final class Html implements View {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, gg.jte.ContentType.Html, null, "vn.langso");

    private final String template;
    private final Object view;
    private final int status;

    private Html(String template, Object view, int status) {
        this.template = template;
        this.view = view;
        this.status = status;
    }

    /** For example {@code Html.of("households/search/list.jte", view)}. */
    public static Html of(String template, Object view) {
        return new Html(template, view, 200);
    }

    /** A piece of another page, for {@link HomeCard}s. */
    public static Content content(String template, Object view) {
        return output -> ENGINE.render(template, view, output);
    }

    /** The answer to a form that was done: look at this page, a path of this program. */
    public static View redirect(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    public Html status(int newStatus) {
        return new Html(template, view, newStatus);
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        ENGINE.render(template, view, output);
        response.setStatus(status);
        response.setContentType(getContentType());
        if (response.getHeader("Cache-Control") == null) {
            response.setHeader("Cache-Control", "no-store");
        }
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
