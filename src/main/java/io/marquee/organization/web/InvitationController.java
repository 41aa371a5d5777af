package io.marquee.organization.web;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.organization.InvitationView;
import io.marquee.organization.Joining;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answering an invitation to join an organization. Opening the link only shows it: a press of the button accepts. */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {
    private final Joining joining;
    private final People people;

    InvitationController(Joining joining, People people) {
        this.joining = joining;
        this.people = people;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        InvitationView invitation = joining.find(token);
        PersonView me = Acting.current() instanceof Actor.Person ? people.me() : null;
        return page.titled(page.text()
                        .get(
                                "organization.invitation.title",
                                invitation.organization().name()))
                .hue(invitation.organization().hue())
                .show("organization/invitation", "view", new AskedView(invitation, me, token, page.text()));
    }

    @PostMapping("/acceptance")
    ModelAndView accept(@PathVariable String token, Page page, RedirectAttributes redirect) {
        OrganizationView joined = joining.accept(token);
        Flash.good(page.text().get("organization.invitation.accepted", joined.name()))
                .with(redirect);
        return SeeOther.to(OrganizationNav.path(joined));
    }
}
