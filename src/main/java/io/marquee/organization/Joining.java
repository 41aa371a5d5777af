package io.marquee.organization;

import io.marquee.identity.IdentityRefused;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.identity.SecretToken;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answering an invitation: by the link that was mailed, and with the account whose confirmed address it was mailed to. */
@Component
public class Joining {
    private final InvitationRows rows;
    private final OrganizationReads organizations;
    private final Standings standings;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    Joining(
            InvitationRows rows,
            OrganizationReads organizations,
            Standings standings,
            People people,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.organizations = organizations;
        this.standings = standings;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    /** What the link is about, for whoever holds it. @throws OrganizationRefused.InvitationNotGood */
    @Transactional(readOnly = true)
    public InvitationView find(String token) {
        InvitationRows.Row row = open(token);
        PersonView inviter = people.byIds(List.of(row.invitedBy())).get(row.invitedBy());
        return Invitations.view(row, organizations.byId(row.organization()), Invitations.nameOf(inviter));
    }

    /**
     * Makes the person who acts a member. Who is one already keeps their role.
     *
     * @throws OrganizationRefused.InvitationNotGood
     * @throws OrganizationRefused.InvitationOfAnother when it was mailed to another address than theirs
     * @throws IdentityRefused.AddressUnconfirmed while that address is not confirmed
     */
    @Transactional
    public OrganizationView accept(String token) {
        PersonView me = people.me();
        InvitationRows.Row row = open(token);
        if (!row.email().equals(me.email().value())) throw new OrganizationRefused.InvitationOfAnother();
        if (!me.verified()) throw new IdentityRefused.AddressUnconfirmed();
        Instant now = clock.instant();
        acting.asSystem(row.organization(), () -> {
            if (!rows.accept(row.id(), now)) throw new OrganizationRefused.InvitationNotGood();
            standings.join(row.organization(), me.id(), row.role());
        });
        return organizations.byId(row.organization());
    }

    private InvitationRows.Row open(String token) {
        return acting.asPlatform(() -> rows.openByToken(SecretToken.hash(token), clock.instant()))
                .orElseThrow(OrganizationRefused.InvitationNotGood::new);
    }
}
