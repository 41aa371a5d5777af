package io.marquee.payout;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The money of events that ended, on its way to an organization's bank: for its owners alone. */
@Component
public class Releases {
    private final ReleaseRows rows;
    private final ReleaseMoves moves;
    private final Plans plans;
    private final Access access;

    Releases(ReleaseRows rows, ReleaseMoves moves, Plans plans, Access access) {
        this.rows = rows;
        this.moves = moves;
        this.plans = plans;
        this.access = access;
    }

    /** How many days after its end an event's money goes to the bank; null where it does not by itself. */
    @Transactional(readOnly = true)
    public @Nullable Integer days(OrganizationId organization, String provider) {
        access.require(Permission.MANAGE_MONEY, organization);
        return plans.days(organization, provider).orElse(null);
    }

    /** Newest first. @param cursor of the slice before; null for the newest */
    @Transactional(readOnly = true)
    public Slice<ReleaseView> of(OrganizationId organization, String provider, @Nullable String cursor, int limit) {
        access.require(Permission.MANAGE_MONEY, organization);
        return rows.of(organization, provider, Cursors.id(cursor), limit);
    }

    /**
     * One that failed is due again.
     *
     * @throws NotFound
     * @throws io.marquee.kernel.IllegalMove where it did not fail
     */
    @Transactional
    public ReleaseView tryAgain(OrganizationId organization, String provider, String release) {
        access.require(Permission.MANAGE_MONEY, organization);
        ReleaseView failed = rows.byId(Transfers.parsed(release, new NotFound("payout_release")));
        if (!failed.organization().equals(organization) || !failed.provider().equals(provider)) {
            throw new NotFound("payout_release");
        }
        moves.again(failed);
        return rows.byId(failed.id());
    }
}
