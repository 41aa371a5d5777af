package io.marquee.guest.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestRefused;
import io.marquee.guest.Reply;
import io.marquee.guest.RsvpRequests;
import io.marquee.guest.Rsvps;
import io.marquee.guest.web.RsvpForms.Shown;
import io.marquee.identity.Client;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answering an event from its public page: at once for those whose address is verified, by a mailed link for the others. */
@Controller
@RequestMapping("/events/{slug}/rsvp")
class RsvpController {
    private final EventReads events;
    private final Rsvps rsvps;
    private final RsvpRequests requests;
    private final RsvpForms forms;

    RsvpController(EventReads events, Rsvps rsvps, RsvpRequests requests, RsvpForms forms) {
        this.events = events;
        this.rsvps = rsvps;
        this.requests = requests;
        this.forms = forms;
    }

    @GetMapping
    ModelAndView form(@PathVariable String slug, @RequestParam MultiValueMap<String, String> typed, Page page) {
        return shown(events.visible(slug), typed, FieldErrors.none(), HttpStatus.OK, page);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        EventView event = events.visible(slug);
        try {
            Reply reply = forms.read(event, typed, page.text());
            if (isKnown()) {
                rsvps.answer(event, reply);
                Flash.good(page.text().get("guest.said")).with(redirect);
                return SeeOther.to("/events/" + event.slug() + "/rsvp");
            } else {
                Client client = new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
                String email = typed.getFirst("email");
                requests.ask(event, email == null ? "" : email, reply, client);
                return page.titled(page.text().get("guest.asked.title"))
                        .hue(event.details().hue())
                        .show("guest/asked", "event", event);
            }
        } catch (InvalidInput invalid) {
            return shown(event, typed, FieldErrors.of(invalid, page.text()), HttpStatus.UNPROCESSABLE_ENTITY, page);
        } catch (GuestRefused refused) {
            return shown(event, typed, FieldErrors.ofForm(page.text().why(refused)), HttpStatus.CONFLICT, page);
        }
    }

    private ModelAndView shown(
            EventView event, MultiValueMap<String, String> typed, FieldErrors errors, HttpStatus status, Page page) {
        Shown shown = new Shown(event, rsvps.mine(event), "/events/" + event.slug() + "/rsvp", !isKnown(), true);
        ModelAndView form = page.titled(
                        page.text().get("guest.form.title", event.details().title()))
                .hue(event.details().hue())
                .show("guest/rsvp", "view", forms.page(shown, typed, errors, page.text()));
        form.setStatus(status);
        return form;
    }

    private static boolean isKnown() {
        return Acting.current() instanceof Actor.Person person && person.verifiedEmail() != null;
    }
}
