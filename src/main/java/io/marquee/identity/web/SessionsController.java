package io.marquee.identity.web;

import io.marquee.identity.Access;
import io.marquee.identity.AccountNav;
import io.marquee.identity.People;
import io.marquee.identity.SessionTokens;
import io.marquee.identity.Sessions;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the person is signed in, and ending that. */
@Controller
@RequestMapping("/account/sessions")
class SessionsController {
    private final Sessions sessions;
    private final People people;
    private final Access access;

    SessionsController(Sessions sessions, People people, Access access) {
        this.sessions = sessions;
        this.people = people;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(Page page, HttpServletRequest request) {
        ZoneId zone = people.me().timeZone();
        List<SessionRow> rows = sessions.mine(SessionTokens.cookie(request)).stream()
                .map(session -> SessionRow.of(session, zone, page.text()))
                .toList();
        return AccountPages.shown(
                page.at(Nav.ACCOUNT), AccountNav.SESSIONS, "identity/sessions", "rows", rows, FieldErrors.none());
    }

    @PostMapping("/{id}/revocation")
    ModelAndView revoke(@PathVariable UUID id, Page page, RedirectAttributes redirect) {
        sessions.revoke(id);
        Flash.good(page.text().get("identity.sessions.ended")).with(redirect);
        return SeeOther.to(AccountNav.SESSIONS);
    }

    @PostMapping("/revocation")
    ModelAndView revokeOthers(Page page, HttpServletRequest request, RedirectAttributes redirect) {
        sessions.revokeOthers(access.personId(), SessionTokens.cookie(request));
        Flash.good(page.text().get("identity.sessions.others_ended")).with(redirect);
        return SeeOther.to(AccountNav.SESSIONS);
    }
}
