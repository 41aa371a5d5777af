package io.marquee.checkin.api;

import io.marquee.checkin.counter.DoorNames;
import io.marquee.checkin.counter.DoorSales;
import io.marquee.kernel.Money;
import io.marquee.ordering.OrderId;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.registration.Condition;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionId;
import io.marquee.registration.QuestionKind;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a gate does beside scanning, where it may. docs/door-api.md has the formats. */
@RestController
@RequestMapping("/api/v1/events/{event}/door")
@Tag(name = "Check-in")
class CounterApi {
    private final DoorSales sales;
    private final DoorNames names;
    private final Capabilities capabilities;

    CounterApi(DoorSales sales, DoorNames names, Capabilities capabilities) {
        this.sales = sales;
        this.names = names;
        this.capabilities = capabilities;
    }

    /** @param price of one, or what is suggested @param minimum the least that a buyer may choose; null: it is fixed */
    record Type(
            TicketTypeId id,
            String name,
            Money price,
            @Nullable Money minimum,
            int left,
            int maxPerOrder) {
        static Type of(TicketTypeView type) {
            return new Type(type.id(), type.name(), type.price(), type.minimum(), type.left(), type.maxPerOrder());
        }
    }

    /** For those alone who answered another question with one of these. */
    record OnlyIf(QuestionId question, List<String> any) {
        static @Nullable OnlyIf of(@Nullable Condition condition) {
            return condition == null ? null : new OnlyIf(condition.question(), condition.any());
        }
    }

    /** @param perTicket whether each ticket is asked, instead of the buyer once @param onlyIf null: everybody is asked */
    record Asked(
            QuestionId id,
            String label,
            String hint,
            QuestionKind kind,
            boolean required,
            boolean perTicket,
            List<String> options,
            @Nullable OnlyIf onlyIf) {
        static Asked of(Question question) {
            return new Asked(
                    question.id(),
                    question.details().label(),
                    question.details().hint(),
                    question.details().kind(),
                    question.details().required(),
                    question.details().perAttendee(),
                    question.details().options(),
                    OnlyIf.of(question.details().condition()));
        }
    }

    /** @param elsewhere names of what is sold online only @param digits of a currency after the point */
    record Offer(List<Type> types, List<String> elsewhere, List<Asked> questions, int digits) {}

    @GetMapping("/offer")
    @Operation(
            summary = "What this gate may sell",
            description =
                    "For a device with the scope `sell`, and people who may sell at the counter. Stakes are sold online only.")
    Offer offer(@PathVariable String event, @RequestParam(required = false) @Nullable String code) {
        DoorSales.Offer offer = sales.offer(event, code);
        return new Offer(
                offer.types().stream().map(Type::of).toList(),
                offer.elsewhere().stream().map(TicketTypeView::name).toList(),
                offer.questions().stream().map(Asked::of).toList(),
                offer.types().stream()
                        .findFirst()
                        .map(type -> type.price().currency().getDefaultFractionDigits())
                        .orElse(0));
    }

    record Price(Money total, Bill bill) {}

    @PostMapping("/quotes")
    @Operation(
            summary = "What it would cost at this gate",
            description = "Line by line in the gate's language. Holds nothing.")
    Price quote(@PathVariable String event, @RequestBody CounterBodies.Cart cart, @Parameter(hidden = true) Text text) {
        List<HoldView.Line> lines = sales.quote(event, cart::basket);
        return new Price(HoldView.total(lines), Bill.of(lines, text));
    }

    /** @param seat null where nobody sits @param code the short one, to be scanned as if it were typed */
    record Issued(
            TicketId id,
            String holder,
            String type,

            @Schema(example = "Stalls, row C, seat 12") @Nullable
            String seat,

            TicketState state,
            int position,
            String code) {
        static Issued of(TicketView ticket, Text text) {
            return new Issued(
                    ticket.id(),
                    ticket.holderName(),
                    ticket.ticketTypeName(),
                    ticket.seat() == null ? null : ticket.seat().words(text),
                    ticket.state(),
                    ticket.position(),
                    ticket.code());
        }
    }

    /**
     * @param order its code
     * @param change null where nothing was to be paid
     * @param token opens the order as its buyer: its papers, at {@code /orders/<token>}
     */
    record Sold(
            OrderId id, String order, Money total, @Nullable Money change, List<Issued> tickets, String token) {}

    @PostMapping("/sales")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Sell at this gate",
            description =
                    "The tickets are issued at once. With an `Idempotency-Key` a sale whose answer was lost can be sent again. "
                            + "A device sells in its own name, and what it may let in alone. Seats are the best that are free.")
    Sold sell(
            @PathVariable String event,
            @RequestBody CounterBodies.NewSale body,
            @Parameter(hidden = true) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Parameter(hidden = true) Text text) {
        CounterBodies.Cart cart = body.cart();
        DoorSales.Sold sold = sales.sell(event, cart::basket, device -> body.sale(text, device), key);
        return new Sold(
                sold.order().id(),
                sold.order().code(),
                sold.order().total(),
                sold.change(),
                sold.tickets().stream().map(ticket -> Issued.of(ticket, text)).toList(),
                capabilities.tokenFor(sold.order().hold().value()));
    }

    record NewName(@Schema(example = "Ada Lind") @Nullable String name) {}

    @PutMapping("/tickets/{ticket}/holder")
    @Operation(
            summary = "Put a ticket in the name of whoever stands there",
            description =
                    "Also one that came in already: for its badge. The code stays good, and the address is still the old one.")
    Issued rename(
            @PathVariable String event,
            @PathVariable UUID ticket,
            @RequestBody NewName body,
            @Parameter(hidden = true) Text text) {
        String name = Objects.requireNonNullElse(body.name(), "");
        return Issued.of(names.change(event, new TicketId(ticket), name), text);
    }
}
