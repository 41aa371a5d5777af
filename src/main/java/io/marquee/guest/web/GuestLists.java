package io.marquee.guest.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.guest.GuestFilter;
import io.marquee.guest.GuestList;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the guest list shows. */
@Component
class GuestLists {
    private static final int PAGE = 50;

    private final GuestList list;
    private final Access access;

    GuestLists(GuestList list, Access access) {
        this.list = list;
        this.access = access;
    }

    /** What the form of the filter sent; a state or type that there is not is no filter. */
    static GuestFilter filter(Map<String, String> typed) {
        return new GuestFilter(
                typed.getOrDefault("q", ""),
                state(typed.getOrDefault("state", "")),
                typed.getOrDefault("tag", ""),
                type(typed.getOrDefault("type", "")));
    }

    GuestListPage page(EventView event, GuestFilter filter, @Nullable String cursor, Text text) {
        String path = path(event);
        Map<GuestState, Integer> counts = list.counts(event);
        Slice<GuestView> found = list.page(event, filter, cursor, PAGE);
        List<GuestListPage.Hidden> kept = kept(filter);
        String query = kept.stream()
                .map(one -> one.name() + "=" + URLEncoder.encode(one.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String asked = query.isEmpty() ? "" : "?" + query;
        String here = path + asked;
        return new GuestListPage(
                ManageNav.of(event, Entry.GUESTS, access, text),
                path,
                states(counts, filter, path, text),
                GuestList.isLate(all(counts)),
                filters(event, filter, text),
                kept,
                filter.narrows(),
                access.may(Permission.MANAGE_GUESTS, event.organization(), event.id()),
                found.items().stream().map(guest -> row(guest, path, text)).toList(),
                new Pagination(
                        cursor == null ? null : here,
                        found.next() == null ? null : here + (query.isEmpty() ? "?" : "&") + "cursor=" + found.next()),
                List.of(
                        Link.to(path + "/export.csv" + asked, text.get("guest.list.csv")),
                        Link.to(path + "/export.xlsx" + asked, text.get("guest.list.workbook"))));
    }

    /** But those who were removed. */
    private static int all(Map<GuestState, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != GuestState.REMOVED)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static List<Link> states(Map<GuestState, Integer> counts, GuestFilter filter, String path, Text text) {
        List<Link> links = new ArrayList<>();
        links.add(Link.to(path, text.get("guest.list.all"))
                .count(text.number(all(counts)))
                .current(filter.state() == null));
        counts.forEach((state, count) -> links.add(Link.to(
                        path + "?state=" + Wire.name(state),
                        Chip.of(text, state).label())
                .count(text.number(count))
                .current(filter.state() == state)));
        return links;
    }

    private List<Field> filters(EventView event, GuestFilter filter, Text text) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("q", text.get("guest.list.search"))
                .with("type", "search")
                .with("autocomplete", "off")
                .with("maxlength", "200")
                .value(filter.words()));
        List<String> tags = list.tags(event);
        if (!tags.isEmpty()) {
            List<Option> options = new ArrayList<>(List.of(Option.of("", text.get("guest.list.any"))));
            tags.forEach(tag -> options.add(Option.of(tag, tag)));
            fields.add(Field.select("tag", text.get("guest.list.tag"), options).value(filter.tag()));
        }
        Map<UUID, String> types = list.ticketTypes(event);
        if (!types.isEmpty()) {
            List<Option> options = new ArrayList<>(List.of(Option.of("", text.get("guest.list.any"))));
            types.forEach((id, name) -> options.add(Option.of(id.toString(), name)));
            fields.add(
                    Field.select("type", text.get("guest.list.type"), options).value(filter.ticketType()));
        }
        return fields;
    }

    private static List<GuestListPage.Hidden> kept(GuestFilter filter) {
        List<GuestListPage.Hidden> kept = new ArrayList<>();
        if (!filter.words().isEmpty()) kept.add(new GuestListPage.Hidden("q", filter.words()));
        if (filter.state() != null) kept.add(new GuestListPage.Hidden("state", Wire.name(filter.state())));
        if (!filter.tag().isEmpty()) kept.add(new GuestListPage.Hidden("tag", filter.tag()));
        if (filter.ticketType() != null)
            kept.add(new GuestListPage.Hidden("type", filter.ticketType().toString()));
        return kept;
    }

    private static GuestListPage.Row row(GuestView guest, String path, Text text) {
        List<String> details = new ArrayList<>();
        if (guest.tickets() > 0) details.add(text.get("guest.list.tickets", guest.tickets()));
        if (guest.plusOnes() > 0) details.add(GuestPages.brings(guest));
        else if (guest.allowance() != null && guest.allowance() > 0)
            details.add(text.get("guest.list.may_bring", guest.allowance()));
        if (guest.state() == GuestState.INVITED) details.add(text.of("guest.mail", guest.mail()));
        if (guest.muted()) details.add(text.get("guest.list.muted"));
        return new GuestListPage.Row(
                guest.id().toString(),
                path + "/" + guest.id(),
                guest.title(),
                guest.name().isEmpty() ? "" : guest.address(),
                Chip.of(text, guest.state()),
                String.join(" · ", details),
                guest.tags());
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/guests";
    }

    private static @Nullable GuestState state(String typed) {
        try {
            return typed.isEmpty() ? null : Wire.parse(GuestState.class, typed);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static @Nullable UUID type(String typed) {
        try {
            return typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
