package io.marquee.escrow.web;

import io.marquee.escrow.StakeState;
import io.marquee.escrow.StakeSum;
import io.marquee.escrow.StakeTerms;
import io.marquee.escrow.StakeView;
import io.marquee.escrow.Stakes;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Stat;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import io.marquee.ticketing.StakedTypes;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws an event's stakes. */
@Component
class StakePages {
    private static final int PAGE = 50;
    private static final Set<StakeState> TROUBLE = EnumSet.of(StakeState.UNPAID, StakeState.FAILED, StakeState.LAPSED);

    private final Stakes stakes;
    private final StakedTypes staked;
    private final TicketTypeReads types;
    private final TicketReads tickets;
    private final Access access;

    StakePages(Stakes stakes, StakedTypes staked, TicketTypeReads types, TicketReads tickets, Access access) {
        this.stakes = stakes;
        this.staked = staked;
        this.types = types;
        this.tickets = tickets;
        this.access = access;
    }

    /** A word that is no state shows all. */
    static @Nullable StakeState state(String word) {
        return Arrays.stream(StakeState.values())
                .filter(state -> Wire.name(state).equals(word))
                .findFirst()
                .orElse(null);
    }

    /** @param typed what was just sent; null: what stands */
    StakesPage of(
            EventView event,
            String word,
            @Nullable String cursor,
            @Nullable StakesForm typed,
            FieldErrors errors,
            Text text) {
        @Nullable StakeState state = state(word);
        Slice<StakeView> found = stakes.ofEvent(event, state, cursor, PAGE);
        boolean mayEdit = access.may(Permission.EDIT_EVENT, event.organization(), event.id());
        String path = "/manage/events/" + event.slug() + "/stakes";
        String first = path + "?state=" + (state == null ? "" : Wire.name(state));
        return new StakesPage(
                ManageNav.of(event, Entry.STAKES, access, text),
                path,
                mayEdit ? fields(event, typed, errors, text) : List.of(),
                errors,
                sums(stakes.sums(event), text),
                states(text),
                state == null ? "" : Wire.name(state),
                rows(event, found.items(), text),
                new Pagination(
                        cursor == null ? null : first,
                        found.next() == null ? null : first + "&cursor=" + found.next()));
    }

    private List<Field> fields(EventView event, @Nullable StakesForm typed, FieldErrors errors, Text text) {
        List<TicketTypeView> paid = types.all(event.id()).stream()
                .filter(type -> !type.archived() && type.price().isPositive())
                .toList();
        Set<io.marquee.ticketing.TicketTypeId> chosen =
                staked.among(paid.stream().map(TicketTypeView::id).toList());
        StakeTerms terms = stakes.terms(event.id());
        List<Field> fields = new ArrayList<>();
        fields.add(Field.several(
                        "types",
                        text.get("escrow.types"),
                        paid.stream()
                                .map(type ->
                                        Option.of(type.id().toString(), type.name() + " · " + text.money(type.price())))
                                .toList())
                .value(
                        typed == null
                                ? chosen.stream().map(Object::toString).collect(Collectors.joining("\n"))
                                : typed.chosen())
                .hint(text.get(paid.isEmpty() ? "escrow.types.none" : "escrow.types.hint"))
                .error(errors.of("types")));
        fields.add(Field.checkbox("keepCard", text.get("escrow.keep_card"))
                .value(typed == null ? terms.keepCard() : typed.keepsCard())
                .hint(text.get("escrow.keep_card.hint"))
                .error(errors.of("keepCard")));
        fields.add(Field.number("delayHours", text.get("escrow.delay"))
                .value(typed == null ? terms.delayHours() : typed.delayHours())
                .hint(text.get("escrow.delay.hint"))
                .error(errors.of("delayHours"))
                .required());
        fields.add(Field.number("forgiveDays", text.get("escrow.forgive_days"))
                .value(typed == null ? terms.forgiveDays() : typed.forgiveDays())
                .hint(text.get("escrow.forgive_days.hint"))
                .error(errors.of("forgiveDays"))
                .required());
        return fields;
    }

    private static List<Stat> sums(List<StakeSum> sums, Text text) {
        return sums.stream()
                .map(sum -> Stat.of(words(sum.state(), text), text.money(sum.amount()))
                        .noting(
                                text.get("escrow.count", sum.count()),
                                TROUBLE.contains(sum.state()) ? Tone.BAD : Tone.PLAIN))
                .toList();
    }

    private static List<Option> states(Text text) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", text.get("escrow.state.all")));
        for (StakeState state : StakeState.values()) options.add(Option.of(Wire.name(state), words(state, text)));
        return options;
    }

    private List<StakesPage.Row> rows(EventView event, List<StakeView> found, Text text) {
        boolean mayRefund = access.may(Permission.REFUND, event.organization(), event.id());
        Map<TicketId, TicketView> theirs =
                tickets.byIds(found.stream().map(StakeView::ticket).toList());
        return found.stream()
                .map(stake -> row(stake, Objects.requireNonNull(theirs.get(stake.ticket())), event, mayRefund, text))
                .toList();
    }

    private static StakesPage.Row row(
            StakeView stake, TicketView ticket, EventView event, boolean mayRefund, Text text) {
        var at = Objects.requireNonNullElse(stake.decidedAt(), stake.createdAt());
        return new StakesPage.Row(
                ticket.id().toString(),
                ticket.holderName(),
                ShortCode.grouped(ticket.code()),
                chip(stake.state(), text),
                text.money(stake.amount()),
                text.of("escrow.mode", stake.mode()),
                text.dateTime(at, event.details().timeZone()),
                mayRefund && (stake.state() == StakeState.FORFEITED || stake.state() == StakeState.UNPAID)
                        ? text.get("escrow.forgive.question", text.money(stake.amount()), ticket.holderName())
                        : null,
                mayRefund ? retryQuestion(stake, ticket, text) : null);
    }

    private static @Nullable String retryQuestion(StakeView stake, TicketView ticket, Text text) {
        if (stake.state() == StakeState.FAILED) return text.get("escrow.retry.question", ticket.holderName());
        boolean unpaid = stake.state() == StakeState.UNPAID;
        return unpaid ? text.get("escrow.charge.question", ticket.holderName()) : null;
    }

    private static Chip chip(StakeState state, Text text) {
        Tone tone = switch (state) {
            case HELD -> Tone.INFO;
            case RETURNING -> Tone.WARN;
            case RETURNED -> Tone.GOOD;
            case FORFEITED, UNPAID, FAILED, LAPSED -> Tone.BAD;
            case FORGIVEN -> Tone.PLAIN;
        };
        return new Chip(words(state, text), tone);
    }

    private static String words(StakeState state, Text text) {
        return text.of("escrow.state", state);
    }
}
