package io.marquee.ordering.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.Drawer;
import io.marquee.ordering.KeyedSales;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ordering.api.OrderAnswers.Order;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.Wanted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Selling at the counter. */
@RestController
@RequestMapping("/api/v1/events/{event}/box-office")
@Tag(name = "Box office")
class BoxOfficeApi {
    private final EventReads events;
    private final BoxOffice boxOffice;
    private final KeyedSales sales;
    private final Capabilities capabilities;

    BoxOfficeApi(EventReads events, BoxOffice boxOffice, KeyedSales sales, Capabilities capabilities) {
        this.events = events;
        this.boxOffice = boxOffice;
        this.sales = sales;
        this.capabilities = capabilities;
    }

    /**
     * @param quantity left out: as many as there are seats
     * @param price of one, where the buyer chooses it
     * @param seats that were picked; left out, the best that are free
     */
    record Item(
            @Nullable TicketTypeId ticketType,
            @Schema(example = "2") @Nullable Integer quantity,
            @Nullable Money price,
            @Nullable List<@Nullable UUID> seats) {

        private Wanted wanted() {
            List<UUID> picked = seats == null
                    ? List.of()
                    : seats.stream().filter(Objects::nonNull).toList();
            return new Wanted(
                    Objects.requireNonNull(ticketType), quantity == null ? picked.size() : quantity, price, picked);
        }

        private boolean complete() {
            return ticketType != null && (quantity != null || seats != null);
        }
    }

    /**
     * @param code a promo code, or the key of a hidden type
     * @param attendees left out: all tickets are in the buyer's name; else one for each ticket, blank for the buyer's
     * @param answers to the questions of the event, where it asks any
     * @param buyer left out, or without an address: then nothing is mailed
     * @param method cash or card_present
     * @param given left out: exactly the price
     */
    record NewSale(
            @Nullable List<@Nullable Item> items,
            @Schema(example = "EARLY10") @Nullable String code,
            OrderBodies.@Nullable Person buyer,
            @Nullable List<OrderBodies.@Nullable Person> attendees,
            @Nullable List<OrderBodies.@Nullable GivenAnswer> answers,
            @Schema(example = "cash") @Nullable String method,
            @Nullable Money given,
            @Nullable String note) {

        Basket cart() {
            InvalidInput.gather()
                    .check(
                            items != null && items.stream().allMatch(i -> i != null && i.complete()),
                            "items",
                            "required")
                    .orThrow();
            return new Basket(
                    Objects.requireNonNull(items).stream()
                            .filter(Objects::nonNull)
                            .map(Item::wanted)
                            .toList(),
                    code,
                    null);
        }

        BoxOffice.Sale sale(Locale locale) {
            String by = Objects.requireNonNullElse(method, "cash");
            InvalidInput.gather()
                    .check(by.equals("cash") || by.equals("card_present"), "method", "choice")
                    .orThrow();
            OrderBodies.Person who = Objects.requireNonNullElse(buyer, new OrderBodies.Person("", ""));
            String name = OrderBodies.said(who.name());
            return new BoxOffice.Sale(
                    name.isBlank() ? "Box office" : name,
                    OrderBodies.said(who.email()),
                    OrderBodies.attendees(attendees),
                    OrderBodies.GivenAnswer.all(answers),
                    by.equals("cash") ? CounterSale.Method.CASH : CounterSale.Method.CARD_PRESENT,
                    given,
                    OrderBodies.said(note),
                    locale);
        }
    }

    /** @param token opens the order as its buyer: its tickets and documents, to be printed */
    record Sold(Order order, @Nullable Money change, String token) {}

    @Operation(
            summary = "Sell at the counter",
            description =
                    "The tickets are issued at once, at the price that they have online. Nothing is mailed without an address. "
                            + "Stakes are sold online only: they go back by themselves.")
    @PostMapping("/sales")
    @ResponseStatus(HttpStatus.CREATED)
    Sold sell(
            @Parameter(description = "id or slug") @PathVariable String event,
            @RequestBody NewSale body,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        EventView known = events.where(Permission.SELL_AT_DOOR, event);
        OrderView order = sales.sell(known, body.cart(), body.sale(locale), key);
        CounterSale sale = boxOffice.saleOf(order);
        return new Sold(
                Order.of(order, null),
                sale == null ? null : sale.change(),
                capabilities.tokenFor(order.hold().value()));
    }

    /**
     * @param day of the event's calendar
     * @param seller null where nobody gave it back by hand, or a device sold
     * @param device that sold, by its name
     */
    record DrawerOfDay(
            LocalDate day,
            @Nullable PersonId seller,
            @Nullable String device,
            CounterSale.Method method,
            int sales,
            Money taken,
            Money returned,
            Money left) {
        static DrawerOfDay of(Drawer drawer) {
            return new DrawerOfDay(
                    drawer.day(),
                    drawer.seller(),
                    drawer.device(),
                    drawer.method(),
                    drawer.sales(),
                    drawer.taken(),
                    drawer.returned(),
                    drawer.left());
        }
    }

    @Operation(
            summary = "What each seller took and gave back, by day",
            description = "The latest day first. Whoever may only sell sees their own.")
    @GetMapping("/drawers")
    Items<DrawerOfDay> drawers(@Parameter(description = "id or slug") @PathVariable String event) {
        EventView known = events.where(Permission.SELL_AT_DOOR, event);
        return new Items<>(
                boxOffice.drawers(known).stream().map(DrawerOfDay::of).toList());
    }
}
