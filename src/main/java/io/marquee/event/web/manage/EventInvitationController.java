package io.marquee.event.web.manage;

import io.marquee.event.EventView;
import io.marquee.event.TeamInvitations;
import io.marquee.platform.tenancy.EventRole;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the link of a mailed invitation leads: what one is asked, and the answer. */
@Controller
@RequestMapping("/event-invitations/{token}")
class EventInvitationController {
    private final TeamInvitations invitations;

    EventInvitationController(TeamInvitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        TeamInvitations.Offer offer = invitations.open(token);
        return page.titled(page.text().get("event.invitation.title"))
                .hue(offer.event().details().hue())
                .show("event/invitation", "offer", offer)
                .addObject("token", token);
    }

    @PostMapping
    ModelAndView accept(@PathVariable String token, Page page, RedirectAttributes redirect) {
        TeamInvitations.Offer offer = invitations.open(token);
        EventView event = invitations.accept(token);
        Flash.good(page.text().get("event.invitation.accepted", event.details().title()))
                .with(redirect);
        return SeeOther.to(
                offer.invitation().role() == EventRole.STAFF
                        ? "/scanner/" + event.slug()
                        : "/manage/events/" + event.slug());
    }
}
