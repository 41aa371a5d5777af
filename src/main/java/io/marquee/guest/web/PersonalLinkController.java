package io.marquee.guest.web;

import io.marquee.event.Companions;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Visibility;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestRefused;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.Invitations;
import io.marquee.guest.LinkRenewals;
import io.marquee.guest.PersonalLinks;
import io.marquee.guest.Rsvps;
import io.marquee.guest.web.RsvpForms.Shown;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A guest's own page, behind the link in each mail to them: it needs no account. */
@Controller
@RequestMapping("/rsvp/{token}")
class PersonalLinkController {
    /** Messengers and mail scanners look at a link before anybody opens it. */
    private static final Pattern PREVIEW = Pattern.compile("(?i)bot\\b|preview|whatsapp|facebookexternalhit");

    private final Capabilities capabilities;
    private final Rsvps rsvps;
    private final Invitations invitations;
    private final LinkRenewals renewals;
    private final PersonalLinks links;
    private final RsvpForms forms;
    private final Companions companions;
    private final Acting acting;

    PersonalLinkController(
            Capabilities capabilities,
            Rsvps rsvps,
            Invitations invitations,
            LinkRenewals renewals,
            PersonalLinks links,
            RsvpForms forms,
            Companions companions,
            Acting acting) {
        this.capabilities = capabilities;
        this.rsvps = rsvps;
        this.invitations = invitations;
        this.renewals = renewals;
        this.links = links;
        this.forms = forms;
        this.companions = companions;
        this.acting = acting;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String program,
            Page page) {
        Actor.Capability bearer = capabilities.open(token);
        GuestView guest = own(bearer);
        if (!PREVIEW.matcher(program).find()) acting.as(bearer, () -> invitations.opened(guest));
        return shown(token, guest, typed, FieldErrors.none(), HttpStatus.OK, page);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        Actor.Capability bearer = capabilities.open(token);
        GuestView guest = own(bearer);
        try {
            EventView event = rsvps.eventOf(guest);
            acting.as(bearer, () -> rsvps.answer(new GuestId(bearer.hold()), forms.read(event, typed, page.text())));
            Flash.good(page.text().get("guest.said")).with(redirect);
            return SeeOther.to("/rsvp/" + token);
        } catch (InvalidInput invalid) {
            return shown(
                    token, guest, typed, FieldErrors.of(invalid, page.text()), HttpStatus.UNPROCESSABLE_ENTITY, page);
        } catch (GuestRefused refused) {
            return shown(token, guest, typed, FieldErrors.ofForm(page.text().why(refused)), HttpStatus.CONFLICT, page);
        }
    }

    @PostMapping("/silence")
    ModelAndView silence(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Actor.Capability bearer = capabilities.open(token);
        acting.as(bearer, () -> rsvps.mute(new GuestId(bearer.hold())));
        Flash.good(page.text().get("guest.silenced")).with(redirect);
        return SeeOther.to("/rsvp/" + token);
    }

    /** Ends this link and all older ones. Whoever has an address finds the new one in their mail. */
    @PostMapping("/links")
    ModelAndView renew(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Actor.Capability bearer = capabilities.open(token);
        GuestView guest = acting.as(bearer, () -> renewals.own(new GuestId(bearer.hold())));
        if (guest.address().isEmpty()) {
            Flash.good(page.text().get("guest.renewed")).with(redirect);
            return SeeOther.to("/rsvp/" + links.token(guest));
        } else {
            EventView event = rsvps.eventOf(guest);
            return page.titled(page.text().get("guest.asked.title"))
                    .hue(event.details().hue())
                    .show("guest/asked", "event", event)
                    .addObject(
                            "detail",
                            page.text()
                                    .get("guest.renewed.mailed", event.details().title()));
        }
    }

    private GuestView own(Actor.Capability bearer) {
        return acting.as(bearer, () -> rsvps.own(new GuestId(bearer.hold())));
    }

    private ModelAndView shown(
            String token,
            GuestView guest,
            MultiValueMap<String, String> typed,
            FieldErrors errors,
            HttpStatus status,
            Page page) {
        EventView event = rsvps.eventOf(guest);
        Shown shown = new Shown(event, guest, "/rsvp/" + token, false, isOpen(event));
        ModelAndView form = page.titled(
                        page.text().get("guest.form.title", event.details().title()))
                .hue(event.details().hue())
                .show("guest/rsvp", "view", forms.page(shown, typed, errors, page.text()));
        boolean welcome = guest.state() != GuestState.REMOVED && guest.state() != GuestState.DECLINED;
        if (welcome) {
            boolean comes = guest.state() == GuestState.GOING;
            form.addObject("companions", companions.of(event, token, comes, page.text()));
        }
        form.setStatus(status);
        return form;
    }

    private static boolean isOpen(EventView event) {
        Visibility visibility = event.details().visibility();
        return event.state() != EventState.DRAFT
                && (visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED);
    }
}
