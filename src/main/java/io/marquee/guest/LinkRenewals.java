package io.marquee.guest;

import io.marquee.guest.GuestEvent.Letter;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * New personal links, which end all older ones. Whoever has an address gets theirs by mail alone: a link that went astray brings nobody the
 * next one.
 */
@Component
public class LinkRenewals {
    private final GuestRows rows;
    private final Rsvps rsvps;
    private final Letters letters;
    private final Moments moments;
    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;

    LinkRenewals(
            GuestRows rows,
            Rsvps rsvps,
            Letters letters,
            Moments moments,
            JdbcClient jdbc,
            Access access,
            Acting acting) {
        this.rows = rows;
        this.rsvps = rsvps;
        this.letters = letters;
        this.moments = moments;
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
    }

    /**
     * By the guest themselves.
     *
     * @return as they are then: the new link is {@link PersonalLinks#token} of it, where they have no address
     * @throws NotFound
     */
    @Transactional
    public GuestView own(GuestId id) {
        GuestView own = rsvps.own(id);
        return acting.asSystem(own.organization(), () -> renew(own, false));
    }

    /**
     * By the team, for somebody who lost theirs. Without an address it is the team's to pass on, until it is answered with; the guest's
     * timeline tells of it.
     *
     * @throws GuestRefused.Moved for one who is removed or erased: nobody is there to get it
     */
    @Transactional
    public GuestView byTeam(GuestView guest) {
        access.require(Permission.MANAGE_GUESTS, guest.organization(), guest.event());
        boolean alone = guest.isReachedByLinkAlone();
        boolean erased = guest.address().isEmpty() && !alone;
        if (erased || guest.state() == GuestState.REMOVED) throw new GuestRefused.Moved();
        return acting.asSystem(guest.organization(), () -> renew(guest, alone));
    }

    private GuestView renew(GuestView guest, boolean withTeam) {
        int renewed =
                jdbc.sql("""
                        update guest.guests set link = link + 1, link_with_team = ? where id = ? and link = ?
                        """).params(withTeam, guest.id().value(), guest.link()).update();
        if (renewed != 1) throw new GuestRefused.Moved();
        jdbc.sql("update guest.merged set link = null where guest_id = ?")
                .param(guest.id().value())
                .update();
        moments.add(guest, Moments.Kind.LINK_RENEWED, "");
        GuestView now = Objects.requireNonNull(rows.byId(guest.id()));
        if (!now.address().isEmpty()) letters.write(now, Letter.LINK);
        return now;
    }
}
