package io.marquee.notification;

import io.marquee.event.EventView;
import io.marquee.guest.GuestSegments;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who has a ticket of an event: its buyer once, and whoever else holds one; and those who come without. */
@Component
class TicketHolders {
    private static final int AT_ONCE = 200;
    private static final String ANSWER = "/rsvp/";

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

    /**
     * @param about the order, the ticket or the guest
     * @param language that the order was made in
     * @param boughtAt when they paid for it; null where it is another's order, or was free
     * @param path of their own page; null for a guest of an order: its link would open all of the order
     */
    record Holder(
            UUID about,
            String email,
            String name,
            String language,
            @Nullable Instant boughtAt,
            @Nullable String path) {
        boolean hasTicket() {
            return path == null || !path.startsWith(ANSWER);
        }

        Button button(EventView event, Text text, Settings settings) {
            if (path == null) {
                return new Button(text.get("notification.open_event"), settings.baseUrl() + "/events/" + event.slug());
            }
            String label = text.get(hasTicket() ? "notification.open_ticket" : "notification.open_answer");
            return new Button(label, settings.baseUrl() + path);
        }
    }

    /** In the order of their orders and tickets, so that whoever begins anew meets the same people first. */
    void each(EventView event, Consumer<Holder> work) {
        Map<UUID, String> languages = buyers(event, work);
        others(event, languages, work);
    }

    /** And those who answered without a ticket, or were asked to. */
    void eachExpected(EventView event, Consumer<Holder> work) {
        each(event, work);
        withoutTicket(event, work);
    }

    /** The addresses of all of them: how many they are is read often, and needs nothing else of theirs. */
    Set<String> addressesExpected(EventView event) {
        Set<String> addresses = new HashSet<>(orders.addresses(event.id()));
        addresses.addAll(tickets.addresses(event.id()));
        addresses.addAll(guests.addressesWithoutTicket(event));
        return addresses;
    }

    void withoutTicket(EventView event, Consumer<Holder> work) {
        List<GuestSegments.Member> some = guests.withoutTicket(event, null, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(guest -> work.accept(new Holder(
                    guest.id(),
                    guest.email(),
                    guest.name(),
                    guest.locale(),
                    null,
                    ANSWER + capabilities.tokenFor(guest.id()))));
            some = guests.withoutTicket(event, some.getLast().id(), AT_ONCE);
        }
    }

    /** Those of them who were let in; everybody where nobody was scanned. */
    void eachWhoCame(EventView event, Consumer<Holder> work) {
        Set<UUID> came = new HashSet<>();
        eachTicket(event, ticket -> {
            if (ticket.state() == TicketState.CHECKED_IN)
                came.addAll(List.of(ticket.id().value(), ticket.order()));
        });
        each(event, holder -> {
            if (came.isEmpty() || came.contains(holder.about())) work.accept(holder);
        });
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
