package io.marquee.checkin.counter;

import io.marquee.checkin.device.DeviceScope;
import io.marquee.checkin.device.DeviceView;
import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.KeyedSales;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Question;
import io.marquee.registration.Questions;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The box office at a gate. A device sells what it may let in, in its own name: the drawer and the history have it. */
@Component
public class DoorSales {
    private static final Logger LOG = LoggerFactory.getLogger(DoorSales.class);

    private final Clerks clerks;
    private final BoxOffice boxOffice;
    private final KeyedSales sales;
    private final Quotes quotes;
    private final Questions questions;
    private final TicketReads tickets;
    private final Acting acting;
    private final TransactionTemplate transaction;

    DoorSales(
            Clerks clerks,
            BoxOffice boxOffice,
            KeyedSales sales,
            Quotes quotes,
            Questions questions,
            TicketReads tickets,
            Acting acting,
            TransactionTemplate transaction) {
        this.clerks = clerks;
        this.boxOffice = boxOffice;
        this.sales = sales;
        this.quotes = quotes;
        this.questions = questions;
        this.tickets = tickets;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** @param elsewhere what is sold online only @param questions that must be answered, or may be */
    public record Offer(List<TicketTypeView> types, List<TicketTypeView> elsewhere, List<Question> questions) {}

    /** @param change null where nothing was to be paid @param tickets none where they can't be read just now */
    public record Sold(OrderView order, @Nullable Money change, List<TicketView> tickets) {}

    /** What is on sale here. @param code shows hidden types @throws InvalidInput at {@code code} */
    public Offer offer(String eventIdOrSlug, @Nullable String code) {
        Clerks.Clerk clerk = clerks.at(eventIdOrSlug, DeviceScope.SELL);
        EventView event = clerk.event();
        return acting.asSystem(event.organization(), () -> {
            List<TicketTypeView> types = quotes.onShow(event.id(), code, null).stream()
                    .filter(type -> sells(clerk.device(), type.id()))
                    .toList();
            Set<TicketTypeId> not = boxOffice.notSoldHere(
                    event, types.stream().map(TicketTypeView::id).toList());
            return new Offer(
                    types.stream().filter(type -> !not.contains(type.id())).toList(),
                    types.stream().filter(type -> not.contains(type.id())).toList(),
                    questions.asked(event.id()));
        });
    }

    /** What it would cost. @param wanted asked for once it is known that whoever acts may sell @throws io.marquee.kernel.Refusal */
    public List<HoldView.Line> quote(String eventIdOrSlug, Supplier<Basket> wanted) {
        Clerks.Clerk clerk = clerks.at(eventIdOrSlug, DeviceScope.SELL);
        Basket cart = wanted.get();
        refuseOthers(clerk.device(), cart);
        return acting.asSystem(clerk.event().organization(), () -> quotes.of(clerk.event(), cart));
    }

    /**
     * Sells and issues at once. Must not be called within a transaction. What a sale became is answered also where this device
     * would not sell it: it may have sold as another one before.
     *
     * @param wanted what is bought: asked for once it is known that whoever acts may sell, like the rest of the sale
     * @param key one for each sale: with it again, because the answer was lost, the same sale is answered
     * @throws io.marquee.kernel.Refusal as {@link BoxOffice#sell(EventView, Basket, BoxOffice.Sale)}
     */
    public Sold sell(String eventIdOrSlug, Supplier<Basket> wanted, SaleOf as, @Nullable String key) {
        Clerks.Clerk clerk = clerks.at(eventIdOrSlug, DeviceScope.SELL);
        Basket cart = wanted.get();
        BoxOffice.Sale sale =
                as.by(clerk.device() == null ? null : clerk.device().name());
        return acting.asSystem(clerk.event().organization(), () -> {
            OrderView order = sales.sell(clerk.event(), cart, sale, key, () -> refuseOthers(clerk.device(), cart));
            return new Sold(order, change(order, sale), issued(order));
        });
    }

    private static @Nullable Money change(OrderView order, BoxOffice.Sale sale) {
        if (order.total().isZero()) return null;
        return Objects.requireNonNullElse(sale.given(), order.total()).minus(order.total());
    }

    /** It is sold: whoever got a failure for an answer would sell it again. The papers have the tickets too. */
    private List<TicketView> issued(OrderView order) {
        try {
            return transaction.execute(status -> tickets.ofOrder(order.id().value()));
        } catch (DataAccessException | TransactionException unread) {
            LOG.warn("the tickets of {} were sold at a gate, and could not be read", order.code(), unread);
            return List.of();
        }
    }

    /** A sale, once it is known who makes it. */
    @FunctionalInterface
    public interface SaleOf {
        /** @param device by its name; null for a person */
        BoxOffice.Sale by(@Nullable String device);
    }

    private static void refuseOthers(@Nullable DeviceView device, Basket cart) {
        InvalidInput.Gatherer wrong = InvalidInput.gather();
        for (int i = 0; i < cart.items().size(); i++) {
            boolean sold = sells(device, cart.items().get(i).ticketType());
            wrong.check(sold, "items[" + i + "].ticketType", "value");
        }
        wrong.orThrow();
    }

    private static boolean sells(@Nullable DeviceView device, TicketTypeId type) {
        return device == null || device.letsIn(type.value());
    }
}
