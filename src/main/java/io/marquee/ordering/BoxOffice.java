package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Answer;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketsRefused.HoldGone;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sales at the counter, by a person of the team to whoever stands before them: all that is on sale, at the price that it has
 * online. They take their stock through a hold like every other sale.
 */
@Component
public class BoxOffice {
    private static final int LONGEST_NOTE = 200;

    private final Quotes quotes;
    private final CounterCarts carts;
    private final Placement placement;
    private final CounterMoney money;
    private final CounterRows rows;
    private final Orders orders;
    private final Access access;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BoxOffice(
            Quotes quotes,
            CounterCarts carts,
            Placement placement,
            CounterMoney money,
            CounterRows rows,
            Orders orders,
            Access access,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.quotes = quotes;
        this.carts = carts;
        this.placement = placement;
        this.money = money;
        this.rows = rows;
        this.orders = orders;
        this.access = access;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Who buys, who comes, and how it is paid.
     *
     * @param buyerEmail blank where none is given: then nothing is mailed
     * @param attendees empty: all tickets are in the buyer's name; else one for each ticket
     * @param answers to what the event asks
     * @param given null for exactly the price; no more than that with a card
     * @param note such as the number on the card reader's slip
     * @param device that sells, by its name; null where a person does
     */
    public record Sale(
            String buyerName,
            String buyerEmail,
            List<Ordering.Attendee> attendees,
            List<Answer> answers,
            CounterSale.Method method,
            @Nullable Money given,
            String note,
            Locale locale,
            @Nullable String device) {

        /** By a person. */
        public Sale(
                String buyerName,
                String buyerEmail,
                List<Ordering.Attendee> attendees,
                List<Answer> answers,
                CounterSale.Method method,
                @Nullable Money given,
                String note,
                Locale locale) {
            this(buyerName, buyerEmail, attendees, answers, method, given, note, locale, null);
        }

        /** Where nobody is named and nothing is asked. */
        public Sale(
                String buyerName,
                String buyerEmail,
                CounterSale.Method method,
                @Nullable Money given,
                String note,
                Locale locale) {
            this(buyerName, buyerEmail, List.of(), List.of(), method, given, note, locale);
        }
    }

    /**
     * Sells and issues the tickets at once. Must not be called within a transaction.
     *
     * @throws io.marquee.kernel.Refusal unless the actor may sell there
     * @throws io.marquee.ticketing.TicketsRefused when something of it can't be had
     * @throws InvalidInput at {@code items}, {@code code}, {@code given}, {@code note}, the buyer's fields, those of who comes, and
     *     the event's questions
     */
    public OrderView sell(EventView event, Basket cart, Sale sale) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        check(sale, HoldView.total(quotes.of(event, cart)));
        HoldView hold = carts.take(event, cart);
        try {
            return sold(hold, sale);
        } catch (RuntimeException refused) {
            carts.release(event, hold.id());
            throw refused;
        }
    }

    /** Keeps it for whoever stands there, while they say who comes and what the event asks. Otherwise as above. */
    public HoldView hold(EventView event, Basket cart) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        return carts.take(event, cart);
    }

    /**
     * What is kept.
     *
     * @throws io.marquee.kernel.NotFound when it is not of this event
     * @throws io.marquee.ticketing.TicketsRefused when it can't be sold any more
     */
    public HoldView held(EventView event, HoldId id) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        return carts.held(event, id);
    }

    /** The same, though it may have been sold meanwhile: then selling it answers what it became. */
    public HoldView kept(EventView event, HoldId id) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        return carts.known(event, id);
    }

    /** They think better of it: the tickets are free again. */
    public void release(EventView event, HoldId id) {
        carts.release(event, held(event, id).id());
    }

    /** Sells what is kept; it stays so where something of this is wrong. A second time answers what the first sold. */
    public OrderView sell(EventView event, HoldId id, Sale sale) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        OrderView earlier = soldAtCounter(event, id);
        if (earlier != null) return earlier;
        try {
            HoldView hold = carts.held(event, id);
            check(sale, hold.total());
            return sold(hold, sale);
        } catch (HoldGone gone) {
            // whoever asked first may have sold it while this one waited for the lock
            OrderView meanwhile = soldAtCounter(event, id);
            if (meanwhile != null) return meanwhile;
            throw gone;
        }
    }

    private @Nullable OrderView soldAtCounter(EventView event, HoldId id) {
        OrderView order = acting.<@Nullable OrderView>asSystem(
                event.organization(), () -> transaction.execute(status -> orders.byHold(id)));
        return order != null && order.event().equals(event.id()) && order.bought() ? order : null;
    }

    /**
     * Those among these that the counter does not sell. A stake goes back by itself the way it was paid, and nobody would hand
     * the cash out.
     */
    public Set<TicketTypeId> notSoldHere(EventView event, List<TicketTypeId> types) {
        return carts.notSoldHere(event, types);
    }

    private static void check(Sale sale, Money due) {
        Money given = Objects.requireNonNullElse(sale.given(), due);
        InvalidInput.gather()
                .check(sale.note().length() <= LONGEST_NOTE, "note", "too_long", LONGEST_NOTE)
                .check(sale.note().codePoints().noneMatch(Character::isISOControl), "note", "one_line")
                .check(
                        given.currency().equals(due.currency()) && given.compareTo(due) >= 0,
                        "given",
                        "given_too_little",
                        due)
                .check(!CounterSale.isSlip(given, due), "given", "given_too_much", given)
                .check(given.equals(due) || sale.method() == CounterSale.Method.CASH, "given", "no_change_on_cards")
                .orThrow();
    }

    private OrderView sold(HoldView hold, Sale sale) {
        return acting.asSystem(hold.organization(), () -> placedAndPaid(hold, sale));
    }

    private OrderView placedAndPaid(HoldView hold, Sale sale) {
        String email =
                sale.buyerEmail().isBlank() ? "walk-in-" + hold.id() + "@" + BuyerDetails.NOWHERE : sale.buyerEmail();
        OrderView order = placement.atCounter(
                hold,
                new Ordering.Placing(
                        hold.id(), sale.buyerName(), email, sale.attendees(), sale.answers(), sale.locale(), null));
        if (order.bought()) return order;
        return transaction.execute(status -> {
            Money given = Objects.requireNonNullElse(sale.given(), order.total());
            if (given.compareTo(order.total()) < 0) {
                throw InvalidInput.at("given", "given_too_little", order.total());
            }
            money.take(
                    order,
                    new CounterSale(
                            order.id(),
                            sale.method(),
                            order.total(),
                            given,
                            sale.note(),
                            sale.device(),
                            clock.instant()));
            return Objects.requireNonNull(orders.byId(order.id()));
        });
    }

    /** How an order was paid at the counter, for whoever may sell there; null for one that was not. */
    @Transactional(readOnly = true)
    public @Nullable CounterSale saleOf(OrderView order) {
        access.require(Permission.SELL_AT_DOOR, order.organization(), order.event());
        return rows.ofOrder(order.id());
    }

    /** What each seller took and gave back on each day: their own for those who may only sell, else everybody's. */
    @Transactional(readOnly = true)
    public List<Drawer> drawers(EventView event) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        boolean all = access.may(Permission.REFUND, event.organization(), event.id());
        return rows.drawers(event).stream()
                .filter(drawer -> all || Objects.equals(drawer.seller(), access.personId()))
                .toList();
    }
}
