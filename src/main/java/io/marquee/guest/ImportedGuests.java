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
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a batch of imported guests in, in a few statements. */
@Component
class ImportedGuests {
    private final InvitationRows invitations;
    private final GuestRows rows;
    private final FormerGuests former;
    private final Moments moments;
    private final FirstLanguage language;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportedGuests(
            InvitationRows invitations,
            GuestRows rows,
            FormerGuests former,
            Moments moments,
            FirstLanguage language,
            Acting acting,
            JdbcClient jdbc,
            Clock clock) {
        this.invitations = invitations;
        this.rows = rows;
        this.former = former;
        this.moments = moments;
        this.language = language;
        this.acting = acting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first line of an address counts. @return how many are new */
    @Transactional
    public int put(EventView event, List<ImportedRow> batch) {
        Instant now = clock.instant();
        String locale = language.tag();
        return acting.asSystem(event.organization(), () -> {
            Map<String, String> moved = former.addresses(
                    event.id(), batch.stream().map(ImportedRow::email).toList());
            Map<String, ImportedRow> byAddress = new LinkedHashMap<>();
            batch.stream()
                    .map(row -> row.at(moved.getOrDefault(row.email(), row.email())))
                    .forEach(row -> byAddress.putIfAbsent(row.email(), row));
            List<GuestView> fresh = byAddress.values().stream()
                    .map(row -> Guests.fresh(event, row.email(), row.name(), locale, GuestState.INVITED, now)
                            .with(row.tags(), row.allowance(), row.companions()))
                    .toList();
            Set<UUID> created = invitations.insert(fresh);
            moments.add(created, Moments.Kind.IMPORTED, "");
            List<ImportedRow> known = new ArrayList<>();
            fresh.stream()
                    .filter(guest -> !created.contains(guest.id().value()))
                    .forEach(guest -> known.add(byAddress.get(guest.email())));
            complete(event, known);
            return created.size();
        });
    }

    /** What is known stays; what was missing is added. */
    private void complete(EventView event, List<ImportedRow> known) {
        if (known.isEmpty()) return;
        // arrays of arrays must be of one length; no tag has a comma in it
        List<UUID> changed = jdbc.sql("""
                        with seen as (
                          select g.id, n.name, n.sort, n.allowance, string_to_array(n.tags, ',') as tags
                            from guest.guests g
                            join unnest(:emails::text[], :names::text[], :sorts::text[], :tags::text[], :allowances::int[])
                              n (email, name, sort, tags, allowance)
                              on g.event_id = :event and g.email = n.email
                           where g.name = '' and n.name <> '' or not g.tags @> string_to_array(n.tags, ',')
                              or g.allowance is null and n.allowance is not null
                           order by g.id for update of g)
                        update guest.guests g
                           set name = case when g.name = '' then seen.name else g.name end,
                               tags = array(select distinct unnest(g.tags || seen.tags) order by 1 limit 20),
                               sort = case when g.name = '' then seen.sort else g.sort end,
                               allowance = coalesce(g.allowance, seen.allowance)
                          from seen where g.id = seen.id
                        returning g.id
                        """)
                .param("event", event.id().value())
                .param("emails", column(known, ImportedRow::email))
                .param("names", column(known, ImportedRow::name))
                .param("sorts", column(known, row -> Terms.sort(row.name(), row.email())))
                .param("tags", column(known, row -> String.join(",", row.tags())))
                .param("allowances", known.stream().map(ImportedRow::allowance).toArray(Integer[]::new))
                .query((found, n) -> found.getObject(1, UUID.class))
                .list();
        rows.index(changed);
    }

    private static String[] column(List<ImportedRow> rows, Function<ImportedRow, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
