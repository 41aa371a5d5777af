package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guests of an event who may be the same person: known by an address in two spellings, or by the same name. */
@Component
public class Duplicates {
    /** So many at a time: whoever works through them sees the next ones. */
    private static final int MOST = 50;

    private final GuestRows rows;
    private final JdbcClient jdbc;
    private final Access access;

    Duplicates(GuestRows rows, JdbcClient jdbc, Access access) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.access = access;
    }

    /** What two guests have in common. */
    public enum Likeness {
        /** The same mailbox: dots, a part behind "+", or another name of the provider apart. */
        ADDRESS,
        /** The same words, in any order. */
        NAME,
        /** The same answer to one of the event's questions, such as a company or a phone number. */
        ANSWER
    }

    /** @param one who came first */
    public record Pair(GuestView one, GuestView other, Set<Likeness> likeness) {}

    /**
     * The likeliest first: each with the first of those alike from whom the team has not told them apart ({@link Distinctions}). A name that more than ten have is that of many people.
     *
     * @return the first fifty
     */
    @Transactional(readOnly = true)
    public List<Pair> likely(EventView event) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        record Alike(UUID one, UUID other, Set<Likeness> likeness) {}
        List<Alike> alike = jdbc.sql("""
                        with keyed as (
                          select id,
                                 translate(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@'
                                   || replace(split_part(email, '@', 2), 'googlemail.', 'gmail.') as mailbox,
                                 case when name <> '' and position(' ' in sort) > 0
                                      then (select string_agg(word, ' ' order by word) from string_to_table(sort, ' ') word) end as words
                            from guest.guests where event_id = :event and state <> 'removed'),
                        groups as (
                          select array_agg(id order by id) as ids, true as address, false as name
                            from keyed group by mailbox having count(*) > 1
                          union all
                          select array_agg(id order by id), false, true
                            from keyed where words is not null group by words having count(*) between 2 and 10),
                        pairs as (
                          select one, other, bool_or(address) as address, bool_or(name) as name
                            from groups cross join unnest(ids[2:]) other
                                 cross join lateral (
                                   select one from unnest(ids[1: 10]) one
                                    where one < other and not exists (
                                          select from guest.distinctions d where d.guest_id = one and d.other_id = other)
                                    order by one limit 1) first
                           group by one, other)
                        select p.one, p.other, p.address, p.name, exists (
                                 select from guest.answers a join guest.answers b
                                   on b.guest_id = p.other and b.question_id = a.question_id and b.said = a.said
                                  where a.guest_id = p.one) as answer
                          from pairs p
                         order by p.address desc, p.name desc, answer desc, p.one, p.other limit :most
                        """)
                .param("event", event.id().value())
                .param("most", MOST)
                .query((row, n) -> new Alike(row.getObject(1, UUID.class), row.getObject(2, UUID.class), likeness(row)))
                .list();
        Map<UUID, GuestView> guests =
                rows
                        .all(alike.stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(guest -> guest.id().value(), guest -> guest));
        List<Pair> pairs = new ArrayList<>();
        alike.forEach(pair -> pairs.add(new Pair(
                Objects.requireNonNull(guests.get(pair.one())),
                Objects.requireNonNull(guests.get(pair.other())),
                pair.likeness())));
        return List.copyOf(pairs);
    }

    private static Set<Likeness> likeness(ResultSet row) throws SQLException {
        Set<Likeness> likeness = EnumSet.noneOf(Likeness.class);
        if (row.getBoolean("address")) likeness.add(Likeness.ADDRESS);
        if (row.getBoolean("name")) likeness.add(Likeness.NAME);
        if (row.getBoolean("answer")) likeness.add(Likeness.ANSWER);
        return likeness;
    }
}
