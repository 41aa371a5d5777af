package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a batch of imported guests in, in a few statements. */
@Component
class ImportedGuests {
    private final InvitationRows invitations;
    private final GuestRows rows;
    private final Moments moments;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportedGuests(
            InvitationRows invitations, GuestRows rows, Moments moments, Acting acting, JdbcClient jdbc, Clock clock) {
        this.invitations = invitations;
        this.rows = rows;
        this.moments = moments;
        this.acting = acting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first line of an address counts. @return how many are new */
    @Transactional
    public int put(EventView event, List<ImportedRow> batch) {
        Instant now = clock.instant();
        Map<String, ImportedRow> byAddress = new LinkedHashMap<>();
        batch.forEach(row -> byAddress.putIfAbsent(row.email(), row));
        return acting.asSystem(event.organization(), () -> {
            List<GuestView> fresh = byAddress.values().stream()
                    .map(row -> Guests.fresh(event, row.email(), row.name(), GuestState.INVITED, now)
                            .with(row.tags(), row.plusOnes()))
                    .toList();
            Set<UUID> created = invitations.insert(fresh);
            moments.add(created, Moments.Kind.IMPORTED, "");
            List<ImportedRow> known = new ArrayList<>();
            fresh.stream()
                    .filter(guest -> !created.contains(guest.id().value()))
                    .forEach(guest -> known.add(byAddress.get(guest.email())));
            known.forEach(row -> complete(event, row));
            return created.size();
        });
    }

    /** What is known stays; what was missing is added. */
    private void complete(EventView event, ImportedRow row) {
        List<UUID> changed = jdbc.sql("""
                        update guest.guests
                           set name = case when name = '' then :name else name end,
                               tags = array(select distinct unnest(tags || :tags::text[]) order by 1 limit 20),
                               sort = case when name = '' then :sort else sort end
                         where event_id = :event and email = :email
                           and (name = '' and :name <> '' or not tags @> :tags::text[])
                        returning id
                        """)
                .param("name", row.name())
                .param("tags", row.tags().toArray(String[]::new))
                .param("sort", Terms.sort(row.name(), row.email()))
                .param("event", event.id().value())
                .param("email", row.email())
                .query((found, n) -> found.getObject(1, UUID.class))
                .list();
        rows.index(changed);
    }
}
