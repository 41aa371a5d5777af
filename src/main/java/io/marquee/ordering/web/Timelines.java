package io.marquee.ordering.web;

import io.marquee.audit.History;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.TicketCancellations;
import io.marquee.payment.Payments;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimelineEntry;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to an order, its payments and refunds, in words. For a viewer who may see the order. */
@Component
public class Timelines {
    private final History history;
    private final Payments payments;
    private final OrderReads orders;
    private final TicketCancellations cancellations;
    private final People people;
    private final Acting acting;

    Timelines(
            History history,
            Payments payments,
            OrderReads orders,
            TicketCancellations cancellations,
            People people,
            Acting acting) {
        this.history = history;
        this.payments = payments;
        this.orders = orders;
        this.cancellations = cancellations;
        this.people = people;
        this.acting = acting;
    }

    /** Newest first, without names: for the buyer. */
    public List<TimelineEntry> forBuyer(OrderView order, Text text) {
        return entries(order).stream().map(e -> entry(e, null, text)).toList();
    }

    /** Newest first, with who did it. */
    public List<TimelineEntry> forTeam(OrderView order, Text text) {
        List<History.Entry> entries = entries(order);
        Map<PersonId, PersonView> named = people.byIds(entries.stream()
                .filter(e -> e.actorKind().equals("person"))
                .map(e -> new PersonId(Objects.requireNonNull(e.actorId())))
                .distinct()
                .toList());
        return entries.stream().map(e -> entry(e, who(e, named, text), text)).toList();
    }

    /** Newest first, as it was written down. */
    public List<History.Entry> entries(OrderView order) {
        return acting.asSystem(order.organization(), () -> {
            Set<UUID> subjects = new LinkedHashSet<>(List.of(order.id().value()));
            payments.ofOrder(order.id().value()).forEach(p -> subjects.add(p.id().value()));
            payments.refundsOfOrder(order.id().value()).forEach(r -> subjects.add(r.id().value()));
            orders.allReturns(order).forEach(r -> subjects.add(r.id()));
            cancellations.ofOrder(order.id()).forEach(ticket -> subjects.add(ticket.value()));
            return subjects.stream()
                    .flatMap(subject -> history.of(subject).stream())
                    .filter(e -> !(e.subject().equals("payment") && e.to().equals("created")))
                    .filter(e -> !e.subject().equals("ticket"))
                    .sorted(Comparator.comparing(History.Entry::at).reversed())
                    .toList();
        });
    }

    private static TimelineEntry entry(History.Entry entry, @Nullable String who, Text text) {
        String key = "ordering.history." + entry.subject() + "." + entry.to();
        return new TimelineEntry(
                text.has(key) ? text.get(key) : text.get("ui.state." + entry.to()),
                reason(entry.reason(), text),
                who,
                entry.at(),
                Chip.tone(entry.to()));
    }

    /** Our own reasons are codes with words; people's are words already. */
    private static @Nullable String reason(@Nullable String reason, Text text) {
        if (reason == null) return null;
        String key = "ordering.reason." + reason.replace(' ', '_');
        return text.has(key) ? text.get(key) : reason.matches("[a-z0-9_]+") ? null : reason;
    }

    private static String who(History.Entry entry, Map<PersonId, PersonView> named, Text text) {
        return switch (entry.actorKind()) {
            case "person" -> {
                PersonView person = named.get(new PersonId(Objects.requireNonNull(entry.actorId())));
                yield person == null ? text.get("ordering.who.somebody") : person.name();
            }
            case "capability" -> text.get("ordering.who.buyer");
            default -> text.get("ordering.who.itself");
        };
    }
}
