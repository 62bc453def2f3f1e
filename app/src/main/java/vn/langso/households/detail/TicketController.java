package vn.langso.households.detail;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import vn.langso.households.Households;
import vn.langso.households.Person;
import vn.langso.identity.Accounts;
import vn.langso.identity.OpeningTicket;
import vn.langso.identity.TicketPages;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;

/** Opens an account for a person of the register and shows the slip with its QR to print and hand over. */
@Controller
class TicketController {

    private final Households households;
    private final HouseholdPages frames;
    private final Accounts accounts;
    private final TicketPages tickets;

    TicketController(Households households, HouseholdPages frames, Accounts accounts, TicketPages tickets) {
        this.households = households;
        this.frames = frames;
        this.accounts = accounts;
        this.tickets = tickets;
    }

    @Needs("accounts.open")
    @PostMapping("/households/{id}/persons/{personId}/account")
    Html account(HttpServletRequest request, Caller caller, @PathVariable UUID id, @PathVariable UUID personId) {
        Person person = frames.person(caller, id, personId);
        OpeningTicket ticket = accounts.openForResident(
                caller, person.id(), person.villageId(), person.fullName(), households.phoneForAccount(caller, person));
        return tickets.of(request, ticket, "/households/" + id);
    }
}
