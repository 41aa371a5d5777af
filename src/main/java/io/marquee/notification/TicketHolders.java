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
import java.util.ArrayList;
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
        withTicket(event, issued(event), false, told);
        coming(event, told);
        told.each(work);
    }

    /** Also those who may come, those who were asked, and who paid for what others hold by now: there may be money to take back. */
    void eachExpected(EventView event, Consumer<Holder> work) {
        Told told = new Told();
        withTicket(event, issued(event), true, told);
        withoutTicket(event, told);
        told.each(work);
    }

    /** Those who were let in; where nobody was scanned, everybody who was to come. */
    void eachWhoCame(EventView event, Consumer<Holder> work) {
        Issued issued = issued(event);
        Set<UUID> came = issued.came();
        Told told = new Told();
        withTicket(event, issued, false, holder -> {
            if (came.isEmpty() || came.contains(holder.about())) told.accept(holder);
        });
        if (came.isEmpty()) coming(event, told);
        told.each(work);
    }

    /**
     * What an event's tickets say about who is written to.
     *
     * @param buyers the orders with a ticket that admits, or could have, whom their buyer sent
     * @param others tickets of that kind that are not their buyers'
     * @param came the tickets that were let in, and the orders of those that were not passed on
     */
    private record Issued(Set<UUID> buyers, List<TicketView> others, Set<UUID> came) {}

    /** An order's state says nothing of its tickets: they are passed on, end while the money is kept, or stay without it. */
    private Issued issued(EventView event) {
        Issued issued = new Issued(new HashSet<>(), new ArrayList<>(), new HashSet<>());
        eachTicket(event, ticket -> {
            if (!ticket.state().admits()) return;
            boolean isIn = ticket.state() == TicketState.CHECKED_IN;
            if (isIn) issued.came().add(ticket.id().value());
            if (isAnothers(ticket)) issued.others().add(ticket);
            if (ticket.passedOn()) return;
            issued.buyers().add(ticket.order());
            if (isIn) issued.came().add(ticket.order());
        });
        return issued;
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

    /**
     * In the order of their orders and tickets, so that whoever begins anew meets the same people first.
     *
     * @param payers also those whose order is paid and has no ticket of theirs any more
     */
    private void withTicket(EventView event, Issued issued, boolean payers, Consumer<Holder> work) {
        Map<UUID, String> languages = new HashMap<>();
        eachOrder(event, order -> {
            languages.put(order.id().value(), order.locale());
            boolean holds = issued.buyers().contains(order.id().value());
            if (holds || payers && isPaid(order)) work.accept(buyer(order, holds));
        });
        issued.others()
                .forEach(ticket -> work.accept(
                        other(ticket, languages.getOrDefault(ticket.order(), Locale.ENGLISH.getLanguage()))));
    }

    private static boolean isPaid(OrderView order) {
        return order.state() == OrderState.PAID || order.state() == OrderState.PARTIALLY_REFUNDED;
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
        return new Holder(guest.id(), guest.email(), guest.name(), guest.locale(), null, path, false);
    }

    private void eachOrder(EventView event, Consumer<OrderView> work) {
        String cursor = null;
        do {
            Slice<OrderView> some = orders.ofEvent(event.id(), "", cursor, AT_ONCE);
            some.items().forEach(work);
            cursor = some.next();
        } while (cursor != null);
    }

    /** Who bought it, whatever became of its tickets. @param holds whether one of them is still theirs */
    Holder buyer(OrderView order, boolean holds) {
        return new Holder(
                order.id().value(),
                order.buyerEmail(),
                order.buyerName(),
                order.locale(),
                order.left().isPositive() ? order.paidAt() : null,
                "/orders/" + capabilities.tokenFor(order.hold().value()),
                holds);
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
                ticket.passedOn() ? "/transfers/" + capabilities.tokenFor(ticket.capability()) : null,
                true);
    }

    private static boolean isAnothers(TicketView ticket) {
        return !ticket.holderEmail().equals(ticket.buyerEmail());
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
