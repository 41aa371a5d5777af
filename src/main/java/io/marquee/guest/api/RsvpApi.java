package io.marquee.guest.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestView;
import io.marquee.guest.LinkRenewals;
import io.marquee.guest.PersonalLinks;
import io.marquee.guest.RsvpRequests;
import io.marquee.guest.Rsvps;
import io.marquee.guest.api.RsvpBodies.NewReply;
import io.marquee.guest.api.RsvpBodies.NewRequest;
import io.marquee.guest.api.RsvpBodies.OwnGuest;
import io.marquee.guest.api.RsvpBodies.RenewedLink;
import io.marquee.guest.api.RsvpBodies.RsvpResource;
import io.marquee.identity.Client;
import io.marquee.platform.config.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody comes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Answers", description = "Going, maybe, interested or not going, with a ticket or without")
class RsvpApi {
    private final EventReads events;
    private final Rsvps rsvps;
    private final RsvpRequests requests;
    private final LinkRenewals renewals;
    private final PersonalLinks links;
    private final Settings settings;

    RsvpApi(
            EventReads events,
            Rsvps rsvps,
            RsvpRequests requests,
            LinkRenewals renewals,
            PersonalLinks links,
            Settings settings) {
        this.events = events;
        this.rsvps = rsvps;
        this.requests = requests;
        this.renewals = renewals;
        this.links = links;
        this.settings = settings;
    }

    @Operation(summary = "Read how an event takes answers", description = "With one's own, for whoever is signed in.")
    @GetMapping("/events/{event}/rsvp")
    RsvpResource read(@Parameter(description = "id or slug") @PathVariable String event) {
        EventView known = events.visible(event);
        return RsvpResource.of(rsvps.terms(known), rsvps.mine(known));
    }

    @Operation(
            summary = "Answer an event",
            description =
                    "Signed in, with a confirmed address. Where the event asks for approval, going is asked for and "
                            + "answers as pending_approval.")
    @PutMapping("/events/{event}/rsvp")
    OwnGuest answer(@PathVariable String event, @RequestBody NewReply body, Locale locale) {
        return OwnGuest.of(rsvps.answer(events.visible(event), body.reply(locale)));
    }

    @Operation(
            summary = "Answer an event without an account",
            description = "The answer counts once the link is opened that is mailed to the address.")
    @PostMapping("/events/{event}/rsvp/requests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@PathVariable String event, @RequestBody NewRequest body, Locale locale, HttpServletRequest request) {
        requests.ask(
                events.visible(event),
                body.email() == null ? "" : body.email(),
                body.reply(locale),
                new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
    }

    @Operation(
            summary = "Read one's own answer",
            description = "With the token of the personal link as the bearer token, or signed in.")
    @GetMapping("/rsvps/{id}")
    OwnGuest own(@PathVariable GuestId id) {
        return OwnGuest.of(rsvps.own(id));
    }

    @Operation(summary = "Change one's own answer", description = "With the token of the personal link, or signed in.")
    @PutMapping("/rsvps/{id}")
    OwnGuest change(@PathVariable GuestId id, @RequestBody NewReply body, Locale locale) {
        return OwnGuest.of(rsvps.answer(id, body.reply(locale)));
    }

    @Operation(
            summary = "Renew one’s own personal link",
            description =
                    "All older ones, this one too, open nothing any more. Whoever has an address gets the new one by mail.")
    @PostMapping("/rsvps/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    RenewedLink renew(@PathVariable GuestId id) {
        GuestView now = renewals.own(id);
        return RenewedLink.own(now, settings.baseUrl().toString(), links.token(now));
    }
}
