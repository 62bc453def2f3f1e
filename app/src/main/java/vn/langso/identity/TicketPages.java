package vn.langso.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import vn.langso.identity.installation.Installation;
import vn.langso.identity.installation.InstallationSettings;
import vn.langso.shell.Html;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The page from which an opening ticket is printed; the answer of whoever made the ticket, because its code is known only then. */
@Component
public class TicketPages {

    private final Pages pages;
    private final InstallationSettings settings;

    TicketPages(Pages pages, InstallationSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    /**
     * The page with the printable slip.
     *
     * @param back where the link under it leads, a path of this program
     */
    public Html of(HttpServletRequest request, OpeningTicket ticket, String back) {
        StringBuffer whole = request.getRequestURL();
        String host = whole.substring(0, whole.indexOf(request.getRequestURI()));
        Page page = pages.page(request, "", "identity.ticket.title", ticket.name());
        return Html.of(
                "identity/ticket.jte",
                new View(page, settings.installation(), ticket, host + "/open/" + ticket.code(), host + "/open", back));
    }

    record View(Page page, Installation installation, OpeningTicket ticket, String link, String address, String back) {}
}
