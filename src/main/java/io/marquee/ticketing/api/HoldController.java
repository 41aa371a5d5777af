package io.marquee.ticketing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.event.EventReads;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.pricing.PricedLine;
import io.marquee.seating.SeatName;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.Quotes;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.Wanted;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Holds", description = "Tickets kept for one buyer while they pay")
class HoldController {
    private final Holds holds;
    private final Quotes quotes;
    private final EventReads events;
    private final Capabilities capabilities;

    HoldController(Holds holds, Quotes quotes, EventReads events, Capabilities capabilities) {
        this.holds = holds;
        this.quotes = quotes;
        this.events = events;
        this.capabilities = capabilities;
    }

    /**
     * What is wanted.
     *
     * @param code as the buyer typed it; {@code unlock}, the key in a link to a hidden type, is one too
     * @param pass the waiting room's, where there is one; or in the header {@code Marquee-Pass}
     */
    record HoldBody(
            @Nullable List<@Nullable Item> items,
            @Nullable String code,
            @Nullable String unlock,
            @Nullable String pass) {

        Basket basket(@Nullable String passHeader) {
            List<Wanted> wanted = new ArrayList<>();
            List<@Nullable Item> all = items == null ? List.of() : items;
            for (int i = 0; i < all.size(); i++) {
                Item item = all.get(i);
                if (item == null) throw InvalidInput.at("items[" + i + "].ticketType", "required");
                wanted.add(item.wanted("items[" + i + "]"));
            }
            return new Basket(wanted, code, unlock, pass == null ? passHeader : pass);
        }
    }

    /**
     * One kind of what is wanted.
     *
     * @param price of one, where the buyer chooses it
     * @param seats picked ones, as many as the quantity
     */
    record Item(
            @Nullable TicketTypeId ticketType,
            @Schema(example = "2") @Nullable Integer quantity,
            TicketTypeBody.@Nullable Price price,
            @Nullable List<@Nullable UUID> seats) {

        Wanted wanted(String field) {
            if (ticketType == null) throw InvalidInput.at(field + ".ticketType", "required");
            return new Wanted(
                    ticketType,
                    quantity == null ? (seats == null ? 0 : seats.size()) : quantity,
                    price == null ? null : price.money(field + ".price"),
                    seats == null
                            ? List.of()
                            : seats.stream().filter(Objects::nonNull).toList());
        }
    }

    /**
     * @param seats in the order of the tickets; empty where nobody sits
     * @param token opens this hold and its order, as a bearer token; told once, to whoever took it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldResource(
            HoldId id,
            EventId event,
            HoldState state,
            @Nullable String token,
            Instant createdAt,
            Instant expiresAt,
            List<PricedLine> items,
            Money total,
            List<SeatName> seats) {
        static HoldResource of(HoldView hold, @Nullable String token) {
            return new HoldResource(
                    hold.id(),
                    hold.event(),
                    hold.state(),
                    token,
                    hold.createdAt(),
                    hold.expiresAt(),
                    priced(hold.items()),
                    hold.total(),
                    hold.seats());
        }
    }

    @Operation(
            summary = "Keep tickets for a buyer",
            description =
                    "All of what is wanted or nothing. The answer's token is the bearer token for this hold and its order.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            "{\"items\": [{\"ticketType\": \"01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001\", \"quantity\": 2}]}")))
    @PostMapping("/events/{idOrSlug}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<HoldResource> take(
            @PathVariable String idOrSlug,
            @RequestBody HoldBody body,
            @RequestHeader(name = "Marquee-Pass", required = false) @Nullable String pass) {
        HoldView hold = holds.take(events.shown(idOrSlug), body.basket(pass));
        return ResponseEntity.created(URI.create("/api/v1/holds/" + hold.id()))
                .body(HoldResource.of(hold, capabilities.tokenFor(hold.id().value())));
    }

    /** @param total what would be paid */
    record QuoteResource(List<PricedLine> items, Money total) {}

    @Operation(
            summary = "Price a cart",
            description =
                    "What it would cost if it were held now, line by line with the steps that lead to each total. Nothing is "
                            + "kept, and what is left is not looked at.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            "{\"items\": [{\"ticketType\": \"01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001\", \"quantity\": 2}], \"code\": \"SPRING\"}")))
    @PostMapping("/events/{idOrSlug}/quotes")
    QuoteResource quote(@PathVariable String idOrSlug, @RequestBody HoldBody body) {
        List<HoldView.Line> lines = quotes.of(events.shown(idOrSlug), body.basket(null));
        return new QuoteResource(priced(lines), HoldView.total(lines));
    }

    private static List<PricedLine> priced(List<HoldView.Line> lines) {
        return lines.stream()
                .map(line -> PricedLine.of(line.name(), line.cost()))
                .toList();
    }

    @Operation(summary = "See a hold")
    @GetMapping("/holds/{id}")
    HoldResource show(@PathVariable HoldId id) {
        return HoldResource.of(holds.byId(id), null);
    }

    @Operation(summary = "Give the tickets back", description = "Doing it again changes nothing.")
    @DeleteMapping("/holds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable HoldId id) {
        holds.release(id);
    }
}
