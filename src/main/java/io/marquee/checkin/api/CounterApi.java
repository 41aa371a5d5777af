package io.marquee.checkin.api;

import io.marquee.checkin.counter.DoorNames;
import io.marquee.checkin.counter.DoorSales;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.OrderId;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.registration.Answer;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionId;
import io.marquee.registration.QuestionKind;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Wanted;
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

    /** @param perTicket whether each ticket is asked, instead of the buyer once */
    record Asked(
            QuestionId id,
            String label,
            String hint,
            QuestionKind kind,
            boolean required,
            boolean perTicket,
            List<String> options) {
        static Asked of(Question question) {
            return new Asked(
                    question.id(),
                    question.details().label(),
                    question.details().hint(),
                    question.details().kind(),
                    question.details().required(),
                    question.details().perAttendee(),
                    question.details().options());
        }
    }

    /** @param digits of a currency after the point */
    record Offer(List<Type> types, List<Asked> questions, int digits) {}

    @GetMapping("/offer")
    @Operation(
            summary = "What this gate may sell",
            description =
                    "For a device with the scope `sell`, and people who may sell at the counter. Stakes are sold online only.")
    Offer offer(@PathVariable String event, @RequestParam(required = false) @Nullable String code) {
        DoorSales.Offer offer = sales.offer(event, code);
        return new Offer(
                offer.types().stream().map(Type::of).toList(),
                offer.questions().stream().map(Asked::of).toList(),
                offer.types().stream()
                        .findFirst()
                        .map(type -> type.price().currency().getDefaultFractionDigits())
                        .orElse(0));
    }

    /** @param price of one, where the buyer chooses it */
    record Item(
            @Nullable TicketTypeId ticketType,
            @Schema(example = "2") @Nullable Integer quantity,
            @Nullable Money price) {}

    record Cart(
            @Nullable List<@Nullable Item> items,
            @Schema(example = "EARLY10") @Nullable String code) {
        Basket basket() {
            List<Item> wanted = items == null
                    ? List.of()
                    : items.stream().filter(Objects::nonNull).toList();
            boolean whole = !wanted.isEmpty()
                    && wanted.stream().allMatch(item -> item.ticketType() != null && item.quantity() != null);
            InvalidInput.gather().check(whole, "items", "required").orThrow();
            return new Basket(
                    wanted.stream()
                            .map(item -> new Wanted(
                                    Objects.requireNonNull(item.ticketType()),
                                    Objects.requireNonNull(item.quantity()),
                                    item.price(),
                                    List.of()))
                            .toList(),
                    code,
                    null);
        }
    }

    record Price(Money total, Bill bill) {}

    @PostMapping("/quotes")
    @Operation(
            summary = "What it would cost at this gate",
            description = "Line by line in the gate's language. Holds nothing.")
    Price quote(@PathVariable String event, @RequestBody Cart cart, @Parameter(hidden = true) Text text) {
        List<HoldView.Line> lines = sales.quote(event, cart::basket);
        return new Price(HoldView.total(lines), Bill.of(lines, text));
    }

    /** @param ticket 1.. in the order of the items; left out where the order as a whole is asked */
    record Said(
            @Nullable QuestionId question,
            @Schema(example = "1") @Nullable Integer ticket,
            @Schema(example = "[\"No meat\"]") @Nullable List<@Nullable String> value) {
        Answer answer() {
            List<String> words = value == null
                    ? List.of()
                    : value.stream().filter(Objects::nonNull).toList();
            return new Answer(Objects.requireNonNull(question), ticket == null ? 0 : ticket, words);
        }
    }

    /**
     * @param name of the buyer; left out where nobody says one
     * @param email left out: then nothing is mailed
     * @param given left out: exactly the price
     * @param note such as the number on the card reader's slip
     */
    record NewSale(
            @Nullable List<@Nullable Item> items,
            @Schema(example = "EARLY10") @Nullable String code,
            @Schema(example = "Ada Lind") @Nullable String name,
            @Schema(example = "ada@example.org") @Nullable String email,
            @Schema(example = "cash") CounterSale.@Nullable Method method,
            @Nullable Money given,
            @Schema(example = "Slip 0042") @Nullable String note,
            @Nullable List<@Nullable Said> answers) {

        BoxOffice.Sale sale(Text text, @Nullable String device) {
            List<Said> said = answers == null
                    ? List.of()
                    : answers.stream().filter(Objects::nonNull).toList();
            InvalidInput.gather()
                    .check(said.stream().allMatch(one -> one.question() != null), "answers", "required")
                    .orThrow();
            return new BoxOffice.Sale(
                    name == null || name.isBlank() ? text.get("ordering.counter.nobody") : name,
                    Objects.requireNonNullElse(email, ""),
                    List.of(),
                    said.stream().map(Said::answer).toList(),
                    Objects.requireNonNullElse(method, CounterSale.Method.CASH),
                    given,
                    Objects.requireNonNullElse(note, ""),
                    text.locale(),
                    device);
        }
    }

    /** @param code the short one, to be scanned as if it were typed */
    record Issued(TicketId id, String holder, String type, TicketState state, int position, String code) {
        static Issued of(TicketView ticket) {
            return new Issued(
                    ticket.id(),
                    ticket.holderName(),
                    ticket.ticketTypeName(),
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
                            + "A device sells in its own name, and what it may let in alone.")
    Sold sell(@PathVariable String event, @RequestBody NewSale body, @Parameter(hidden = true) Text text) {
        Cart cart = new Cart(body.items(), body.code());
        DoorSales.Sold sold = sales.sell(event, cart::basket, device -> body.sale(text, device));
        return new Sold(
                sold.order().id(),
                sold.order().code(),
                sold.order().total(),
                sold.change(),
                sold.tickets().stream().map(Issued::of).toList(),
                capabilities.tokenFor(sold.order().hold().value()));
    }

    record NewName(@Schema(example = "Ada Lind") @Nullable String name) {}

    @PutMapping("/tickets/{ticket}/holder")
    @Operation(
            summary = "Put a ticket in the name of whoever stands there",
            description =
                    "Also one that came in already: for its badge. The code stays good, and the address is still the old one.")
    Issued rename(@PathVariable String event, @PathVariable UUID ticket, @RequestBody NewName body) {
        return Issued.of(names.change(event, new TicketId(ticket), Objects.requireNonNullElse(body.name(), "")));
    }
}
