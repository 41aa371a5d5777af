package io.marquee.guest.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestId;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestView;
import io.marquee.guest.LinkRenewals;
import io.marquee.guest.PersonalLinks;
import io.marquee.guest.api.GuestBodies.GuestResource;
import io.marquee.guest.api.GuestBodies.NewGuest;
import io.marquee.guest.api.GuestBodies.PassedOn;
import io.marquee.guest.api.RsvpBodies.RenewedLink;
import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.platform.config.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Personal links that the team passes on itself. */
@RestController
@RequestMapping("/api/v1/events/{event}/guests")
@Tag(name = "Guests")
class GuestLinksApi {
    private final EventReads events;
    private final GuestReads reads;
    private final PersonalLinks links;
    private final LinkRenewals renewals;
    private final Settings settings;

    GuestLinksApi(EventReads events, GuestReads reads, PersonalLinks links, LinkRenewals renewals, Settings settings) {
        this.events = events;
        this.reads = reads;
        this.links = links;
        this.renewals = renewals;
        this.settings = settings;
    }

    @Operation(
            summary = "Put somebody on the list whose address nobody knows",
            description = "They are reached by the link alone that the team passes on.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GuestResource add(@PathVariable String event, @RequestBody NewGuest body) {
        EventView known = events.where(Permission.MANAGE_GUESTS, event);
        return GuestResource.of(links.add(
                known, body.name() == null ? "" : body.name(), Ids.next().toString()));
    }

    @Operation(
            summary = "Pass a guest’s personal link on",
            description =
                    "By a messenger or however you like; it is noted as shared. Only for guests without an address who have "
                            + "not answered: whoever has one gets a link of their own by mail, which nobody else sees.")
    @PostMapping("/{id}/shares")
    @ResponseStatus(HttpStatus.CREATED)
    PassedOn share(@PathVariable String event, @PathVariable GuestId id) {
        GuestView guest = reads.ofEvent(events.where(Permission.MANAGE_GUESTS, event), id);
        links.share(guest);
        return new PassedOn(settings.baseUrl() + links.path(guest));
    }

    @Operation(
            summary = "Renew a guest’s personal link",
            description =
                    "For somebody who lost theirs: all older ones open nothing any more. Whoever has an address gets the new one by "
                            + "mail; that of somebody without is yours to pass on, until they answer with it, but not of those who were "
                            + "declined or want to hear no more. Who is removed or erased gets none.")
    @PostMapping("/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    RenewedLink renew(@PathVariable String event, @PathVariable GuestId id) {
        GuestView now = renewals.byTeam(reads.ofEvent(events.where(Permission.MANAGE_GUESTS, event), id));
        return new RenewedLink(now.isLinkOpen() ? settings.baseUrl() + links.path(now) : null);
    }
}
