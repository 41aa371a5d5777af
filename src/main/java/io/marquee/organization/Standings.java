package io.marquee.organization;

import io.marquee.audit.History;
import io.marquee.audit.History.Subject;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.OrganizationRole;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The moves of people into, within and out of organizations, each with its row in the history. */
@Component
class Standings {
    private final MembershipRows memberships;
    private final OrganizationRows organizations;
    private final History history;
    private final Clock clock;

    Standings(MembershipRows memberships, OrganizationRows organizations, History history, Clock clock) {
        this.memberships = memberships;
        this.organizations = organizations;
        this.history = history;
        this.clock = clock;
    }

    /** @return false when they are in already, whatever their role */
    boolean join(OrganizationId organization, PersonId person, OrganizationRole role) {
        boolean joined = memberships.insert(organization, person, role, clock.instant());
        if (joined) {
            record(organization, person, null, Standing.of(role));
        }
        return joined;
    }

    /** @throws OrganizationRefused.LastOwner */
    void change(OrganizationId organization, PersonId person, OrganizationRole from, OrganizationRole to) {
        if (from == to) return;
        keepAnOwner(organization, person, from);
        if (!memberships.change(organization, person, from, to)) {
            throw new IllegalMove(from, to);
        }
        record(organization, person, Standing.of(from), Standing.of(to));
    }

    /** @throws OrganizationRefused.LastOwner */
    void leave(OrganizationId organization, PersonId person, OrganizationRole from) {
        keepAnOwner(organization, person, from);
        if (!memberships.delete(organization, person, from)) {
            throw new IllegalMove(Standing.of(from), Standing.GONE);
        }
        record(organization, person, Standing.of(from), Standing.GONE);
    }

    private void keepAnOwner(OrganizationId organization, PersonId person, OrganizationRole from) {
        if (from == OrganizationRole.OWNER) {
            if (memberships.lockedOwners(organization).size() < 2) {
                throw new OrganizationRefused.LastOwner();
            }
            organizations.noLongerPersonal(organization, person);
        }
    }

    private void record(OrganizationId organization, PersonId person, @Nullable Standing from, Standing to) {
        history.record(new Subject("membership", person.value(), organization, null), from, to, null);
    }
}
