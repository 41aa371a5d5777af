package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.StakedTypes;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.Wanted;
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
 * Sales at the counter, by a person of the team to whoever stands before them. They take their stock through a hold like every
 * other sale.
 */
@Component
public class BoxOffice {
    private static final int LONGEST_NOTE = 200;

    private final Quotes quotes;
    private final StakedTypes stakes;
    private final Holds holds;
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
            StakedTypes stakes,
            Holds holds,
            Placement placement,
            CounterMoney money,
            CounterRows rows,
            Orders orders,
            Access access,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.quotes = quotes;
        this.stakes = stakes;
        this.holds = holds;
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
     * @param buyerEmail blank where none is given: then nothing is mailed
     * @param given null for exactly the price; no more than that with a card
     * @param note such as the number on the card reader's slip
     */
    public record Sale(
            List<Wanted> items,
            String buyerName,
            String buyerEmail,
            CounterSale.Method method,
            @Nullable Money given,
            String note,
            Locale locale) {}

    /**
     * Sells and issues the tickets at once. Must not be called within a transaction.
     *
     * @throws io.marquee.kernel.Refusal unless the actor may sell there
     * @throws io.marquee.ticketing.TicketsRefused when something of it can't be had
     * @throws InvalidInput at {@code items}, {@code given}, {@code note} and the buyer's fields
     */
    public OrderView sell(EventView event, Sale sale) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        refuseStakes(event, sale.items());
        Basket basket = new Basket(sale.items(), null, null);
        Money due = quotes.of(event, basket).stream()
                .map(line -> line.cost().total())
                .reduce(Money::plus)
                .orElseThrow();
        check(sale, due);
        HoldView hold = holds.take(event, basket);
        return acting.asSystem(event.organization(), () -> {
            try {
                return sold(hold, sale);
            } catch (RuntimeException refused) {
                holds.releaseUnordered(hold.id());
                throw refused;
            }
        });
    }

    /**
     * Those among these that the counter does not sell. A stake goes back by itself the way it was paid, and nobody would hand
     * the cash out.
     */
    public Set<TicketTypeId> notSoldHere(EventView event, List<TicketTypeId> types) {
        return acting.asSystem(event.organization(), () -> stakes.among(types));
    }

    private void refuseStakes(EventView event, List<Wanted> items) {
        List<TicketTypeId> types = items.stream().map(Wanted::ticketType).toList();
        Set<TicketTypeId> refused = notSoldHere(event, types);
        InvalidInput.Gatherer broken = InvalidInput.gather();
        for (int i = 0; i < types.size(); i++) {
            broken.check(!refused.contains(types.get(i)), "items[" + i + "].ticketType", "stake_at_counter");
        }
        broken.orThrow();
    }

    private static void check(Sale sale, Money due) {
        Money given = sale.given();
        InvalidInput.gather()
                .check(sale.note().length() <= LONGEST_NOTE, "note", "too_long", LONGEST_NOTE)
                .check(sale.note().codePoints().noneMatch(Character::isISOControl), "note", "one_line")
                .check(
                        given == null || given.currency().equals(due.currency()) && given.compareTo(due) >= 0,
                        "given",
                        "given_too_little",
                        due)
                .check(
                        given == null || given.equals(due) || sale.method() == CounterSale.Method.CASH,
                        "given",
                        "no_change_on_cards")
                .orThrow();
    }

    private OrderView sold(HoldView hold, Sale sale) {
        String email =
                sale.buyerEmail().isBlank() ? "walk-in-" + hold.id() + "@" + BuyerDetails.NOWHERE : sale.buyerEmail();
        OrderView order = placement.atCounter(
                hold, new Ordering.Placing(hold.id(), sale.buyerName(), email, List.of(), sale.locale()));
        if (order.bought()) return order;
        return Objects.requireNonNull(transaction.execute(status -> {
            Money given = Objects.requireNonNullElse(sale.given(), order.total());
            if (given.compareTo(order.total()) < 0) {
                throw InvalidInput.at("given", "given_too_little", order.total());
            }
            money.take(
                    order,
                    new CounterSale(order.id(), sale.method(), order.total(), given, sale.note(), clock.instant()));
            return Objects.requireNonNull(orders.byId(order.id()));
        }));
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
