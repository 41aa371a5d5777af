package io.marquee.guest;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an event's team writes down about its guests. */
@Component
public class GuestRecords {
    public static final int LONGEST_NOTE = 2_000;
    public static final int LONGEST_TAG = 40;
    private static final int MOST_TAGS = 20;

    private final GuestRows rows;
    private final Moments moments;
    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;

    GuestRecords(GuestRows rows, Moments moments, JdbcClient jdbc, Access access, Acting acting) {
        this.rows = rows;
        this.moments = moments;
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
    }

    /** @throws InvalidInput at {@code note} */
    @Transactional
    public void note(EventView event, GuestView guest, String note) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        String words = note.strip();
        InvalidInput.gather()
                .check(!words.isEmpty(), "note", "required")
                .check(words.length() <= LONGEST_NOTE, "note", "too_long", LONGEST_NOTE)
                .check(words.indexOf('\0') < 0, "note", "value")
                .orThrow();
        moments.add(guest, Moments.Kind.NOTE, words);
    }

    /** How many they may bring; who brings more already still does. @param allowance null for what the event's rule says */
    @Transactional
    public void allow(EventView event, GuestView guest, @Nullable Integer allowance) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        InvalidInput.gather()
                .check(
                        allowance == null || allowance >= 0 && allowance <= Places.MOST_PLUS_ONES,
                        "allowance",
                        "range",
                        0,
                        Places.MOST_PLUS_ONES)
                .orThrow();
        int changed = jdbc.sql("update guest.guests set allowance = ? where id = ?")
                .param(allowance)
                .param(guest.id().value())
                .update();
        if (changed != 1) throw new GuestRefused.Moved();
    }

    /**
     * @param on whether they get it or lose it
     * @return how many it was new to
     * @throws InvalidInput at {@code tag}
     */
    @Transactional
    public int tag(EventView event, Collection<UUID> ids, String typed, boolean on) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        String tag = tag(typed);
        return acting.asSystem(event.organization(), () -> {
            List<UUID> changed = jdbc.sql("""
                            update guest.guests g
                               set tags = case when :on then g.tags || :tag::text else array_remove(g.tags, :tag::text) end
                              from (select id from guest.guests where event_id = :event and id = any (:ids)
                                     order by id for update) chosen
                             where g.id = chosen.id and (:tag::text = any (g.tags)) <> :on
                               and (not :on or cardinality(g.tags) < :most)
                            returning g.id
                            """)
                    .param("on", on)
                    .param("tag", tag)
                    .param("event", event.id().value())
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("most", MOST_TAGS)
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list();
            rows.index(changed);
            moments.add(changed, on ? Moments.Kind.TAGGED : Moments.Kind.UNTAGGED, tag);
            return changed.size();
        });
    }

    /** Lower case, without a sign in front. @throws InvalidInput at {@code tag} */
    static String tag(String typed) {
        String tag =
                typed.strip().toLowerCase(Locale.ROOT).replaceAll("^#+", "").replaceAll("\\s+", " ");
        InvalidInput.gather()
                .check(!tag.isEmpty(), "tag", "required")
                .check(tag.length() <= LONGEST_TAG, "tag", "too_long", LONGEST_TAG)
                .check(
                        tag.codePoints().noneMatch(c -> Character.isISOControl(c) || c == ',' || c == ';'),
                        "tag",
                        "value")
                .orThrow();
        return tag;
    }
}
