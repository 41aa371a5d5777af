package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations that the team passes on itself, by a messenger or on paper: a guest's own link, which needs no account. */
@Component
public class PersonalLinks {
    static final String NOWHERE = "@link.invalid";

    private final GuestRows rows;
    private final InvitationRows invitations;
    private final Moments moments;
    private final FirstLanguage language;
    private final Capabilities capabilities;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    PersonalLinks(
            GuestRows rows,
            InvitationRows invitations,
            Moments moments,
            FirstLanguage language,
            Capabilities capabilities,
            Access access,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.moments = moments;
        this.language = language;
        this.capabilities = capabilities;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Somebody whose address nobody knows: the link is the only way to them, so that they are invited by having one.
     *
     * @param once what the form came with: the same name sent twice with it is one guest
     * @throws InvalidInput at {@code name}
     */
    @Transactional
    public GuestView add(EventView event, String typed, String once) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        String name = Addressees.line(typed);
        if (name.isEmpty()) throw InvalidInput.at("name", "required");
        String locale = language.tag();
        UUID by = Acting.current().id();
        String address = UUID.nameUUIDFromBytes((once + " " + name).getBytes(StandardCharsets.UTF_8)) + NOWHERE;
        Instant now = clock.instant();
        return acting.asSystem(event.organization(), () -> {
            if (rows.insert(Guests.fresh(event, address, name, locale, GuestState.INVITED, now))) {
                GuestView made = Objects.requireNonNull(rows.find(event.id(), address, null));
                invitations.invited(made.id(), by, now);
            }
            return Objects.requireNonNull(rows.find(event.id(), address, null));
        });
    }

    /**
     * Within this site. @throws NotFound where it is not the team's to pass on, see {@link GuestView#isLinkOpen}
     */
    public String path(GuestView guest) {
        access.require(Permission.MANAGE_GUESTS, guest.organization(), guest.event());
        if (!guest.isLinkOpen()) throw new NotFound("guest");
        return "/rsvp/" + token(guest);
    }

    /** Their present link, for whoever writes to them or is them. */
    public String token(GuestView guest) {
        return capabilities.tokenFor(guest.id().value(), guest.link());
    }

    /** Notes that somebody of the team passes it on: whoever gets it is invited. @throws GuestRefused.Moved where it is not theirs to pass on */
    @Transactional
    public void share(GuestView guest) {
        access.require(Permission.MANAGE_GUESTS, guest.organization(), guest.event());
        UUID by = Acting.current().id();
        acting.asSystem(guest.organization(), () -> {
            if (!guest.isLinkOpen() || !invitations.shared(guest.id(), by, clock.instant()))
                throw new GuestRefused.Moved();
            moments.add(guest, Moments.Kind.SHARED, "");
        });
    }
}
