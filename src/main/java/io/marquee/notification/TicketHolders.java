package io.marquee.notification;

import io.marquee.event.EventView;
import io.marquee.guest.GuestSegments;
import io.marquee.guest.GuestSegments.Member;
import io.marquee.guest.GuestState;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who has a ticket of an event, its buyer and whoever else holds one, and those who come without: each address once. */
@Component
class TicketHolders {
    private static final int AT_ONCE = 200;

    private final OrderReads orders;
    private final TicketReads tickets;
    private final GuestSegments guests;
    private final Capabilities capabilities;

    TicketHolders(OrderReads orders, TicketReads tickets, GuestSegments guests, Capabilities capabilities) {
        this.orders = orders;
        this.tickets = tickets;
        this.guests = guests;
        this.capabilities = capabilities;
    }

    /** Who comes: with a ticket, or said so. */
    void eachComing(EventView event, Consumer<Holder> work) {
        Told told = new Told();
        withTicket(event, told);
        coming(event, told);
        told.each(work);
    }

    /** Also those who may come, and those who were asked. */
    void eachExpected(EventView event, Consumer<Holder> work) {
        Told told = new Told();
        withTicket(event, told);
        withoutTicket(event, told);
        told.each(work);
    }

    /** Those who were let in; where nobody was scanned, everybody who was to come. */
    void eachWhoCame(EventView event, Consumer<Holder> work) {
        Set<UUID> came = new HashSet<>();
        eachTicket(event, ticket -> {
            if (ticket.state() == TicketState.CHECKED_IN)
                came.addAll(List.of(ticket.id().value(), ticket.order()));
        });
        Told told = new Told();
        withTicket(event, holder -> {
            if (came.isEmpty() || came.contains(holder.about())) told.accept(holder);
        });
        if (came.isEmpty()) coming(event, told);
        told.each(work);
    }

    /** By address: whoever has two orders, or tickets of two people, is written to once. */
    private static final class Told implements Consumer<Holder> {
        private final Map<String, Holder> byAddress = new LinkedHashMap<>();

        @Override
        public void accept(Holder holder) {
            byAddress.merge(holder.email(), holder, Holder::and);
        }

        void each(Consumer<Holder> work) {
            byAddress.values().forEach(work);
        }
    }

    /** The addresses of all who are expected: how many they are is read often, and needs nothing else of theirs. */
    Set<String> addressesExpected(EventView event) {
        Set<String> addresses = new HashSet<>(orders.addresses(event.id()));
        addresses.addAll(tickets.addresses(event.id()));
        addresses.addAll(guests.addressesWithoutTicket(event));
        return addresses;
    }

    /** In the order of their orders and tickets, so that whoever begins anew meets the same people first. */
    private void withTicket(EventView event, Consumer<Holder> work) {
        Map<UUID, String> languages = buyers(event, work);
        others(event, languages, work);
    }

    void withoutTicket(EventView event, Consumer<Holder> work) {
        eachGuest(after -> guests.withoutTicket(event, after, AT_ONCE), work);
    }

    private void coming(EventView event, Consumer<Holder> work) {
        GuestSegments.Choice going = new GuestSegments.Choice(Set.of(GuestState.GOING), null, null);
        eachGuest(after -> guests.batch(event, going, after, AT_ONCE), work);
    }

    private void eachGuest(Function<@Nullable UUID, List<Member>> batch, Consumer<Holder> work) {
        List<Member> some = batch.apply(null);
        while (!some.isEmpty()) {
            some.forEach(guest -> work.accept(guest(guest)));
            some = batch.apply(some.getLast().id());
        }
    }

    private Holder guest(Member guest) {
        String path = Holder.ANSWER + capabilities.tokenFor(guest.id(), guest.link());
        return new Holder(guest.id(), guest.email(), guest.name(), guest.locale(), null, path);
    }

    /** @return the language of each order */
    private Map<UUID, String> buyers(EventView event, Consumer<Holder> work) {
        Map<UUID, String> languages = new HashMap<>();
        String cursor = null;
        do {
            Slice<OrderView> some = orders.ofEvent(event.id(), "", cursor, AT_ONCE);
            for (OrderView order : some.items()) {
                languages.put(order.id().value(), order.locale());
                if (order.state() == OrderState.PAID || order.state() == OrderState.PARTIALLY_REFUNDED) {
                    work.accept(buyer(order));
                }
            }
            cursor = some.next();
        } while (cursor != null);
        return languages;
    }

    private void others(EventView event, Map<UUID, String> languages, Consumer<Holder> work) {
        eachTicket(event, ticket -> {
            if (holds(ticket) && isAnothers(ticket)) {
                work.accept(other(ticket, languages.getOrDefault(ticket.order(), Locale.ENGLISH.getLanguage())));
            }
        });
    }

    Holder buyer(OrderView order) {
        return new Holder(
                order.id().value(),
                order.buyerEmail(),
                order.buyerName(),
                order.locale(),
                order.left().isPositive() ? order.paidAt() : null,
                "/orders/" + capabilities.tokenFor(order.hold().value()));
    }

    /** Who had these tickets of the order but its buyer, also where they have ended. */
    List<Holder> others(OrderView order, List<TicketId> which) {
        return tickets.ofOrder(order.id().value()).stream()
                .filter(ticket -> which.contains(ticket.id()) && isAnothers(ticket))
                .map(ticket -> other(ticket, order.locale()))
                .toList();
    }

    private Holder other(TicketView ticket, String language) {
        return new Holder(
                ticket.id().value(),
                ticket.holderEmail(),
                ticket.holderName(),
                language,
                null,
                ticket.passedOn() ? "/transfers/" + capabilities.tokenFor(ticket.capability()) : null);
    }

    private static boolean isAnothers(TicketView ticket) {
        return !ticket.holderEmail().equals(ticket.buyerEmail());
    }

    /** Also of an event that has begun, or is over. */
    private static boolean holds(TicketView ticket) {
        return ticket.open() || ticket.state() == TicketState.CHECKED_IN || ticket.state() == TicketState.EXPIRED;
    }

    private void eachTicket(EventView event, Consumer<TicketView> work) {
        String cursor = null;
        do {
            Slice<TicketView> some = tickets.ofEvent(event.id(), "", cursor, AT_ONCE);
            some.items().forEach(work);
            cursor = some.next();
        } while (cursor != null);
    }
}
