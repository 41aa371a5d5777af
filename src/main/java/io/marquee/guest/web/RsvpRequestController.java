package io.marquee.guest.web;

import io.marquee.event.EventView;
import io.marquee.guest.GuestRefused;
import io.marquee.guest.GuestView;
import io.marquee.guest.PersonalLinks;
import io.marquee.guest.RsvpRequests;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
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

/** Where an address is confirmed: the answer counts from then on, and not because a mail program looked at the link. */
@Controller
@RequestMapping("/rsvp/requests/{token}")
class RsvpRequestController {
    private final Capabilities capabilities;
    private final RsvpRequests requests;
    private final PersonalLinks links;
    private final Acting acting;

    RsvpRequestController(Capabilities capabilities, RsvpRequests requests, PersonalLinks links, Acting acting) {
        this.capabilities = capabilities;
        this.requests = requests;
        this.links = links;
        this.acting = acting;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        Actor.Capability bearer = capabilities.open(token);
        RsvpRequests.Request request = acting.as(bearer, requests::open);
        EventView event = requests.eventOf(request);
        return page.titled(page.text().get("guest.confirm.title"))
                .hue(event.details().hue())
                .show("guest/confirm", "event", event)
                .addObject("request", request)
                .addObject("path", "/rsvp/requests/" + token);
    }

    @PostMapping
    ModelAndView confirm(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Actor.Capability bearer = capabilities.open(token);
        try {
            GuestView guest = acting.as(bearer, requests::confirm);
            Flash.good(page.text().get("guest.said")).with(redirect);
            return SeeOther.to("/rsvp/" + links.token(guest));
        } catch (GuestRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        } catch (InvalidInput changed) {
            Flash.bad(FieldErrors.of(changed, page.text()).together()).with(redirect);
        }
        return SeeOther.to("/rsvp/requests/" + token);
    }
}
