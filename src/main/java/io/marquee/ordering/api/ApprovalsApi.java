package io.marquee.ordering.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.ordering.ApprovalState;
import io.marquee.ordering.ApprovalView;
import io.marquee.ordering.Approvals;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ordering.api.OrderAnswers.Person;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders that need the team's yes before money moves. */
@RestController
@RequestMapping("/api/v1/events/{event}/approvals")
@Tag(name = "Approvals")
class ApprovalsApi {
    private static final int MOST = 100;
    private static final String EXAMPLE = """
            {"orders": ["01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001"], "note": "See you there"}""";
    private static final String TYPES = """
            {"ticketTypes": ["01997a4e-2f1c-7cc0-a2f3-0c8c7cf3a001"]}""";

    private final EventReads events;
    private final Approvals approvals;
    private final ApprovedTypes types;
    private final TicketTypeReads typeReads;

    ApprovalsApi(EventReads events, Approvals approvals, ApprovedTypes types, TicketTypeReads typeReads) {
        this.events = events;
        this.approvals = approvals;
        this.types = types;
        this.typeReads = typeReads;
    }

    /**
     * @param orderState pending while nothing was taken
     * @param unpaidAt when it turned out that the bank had let go of the money though the team said yes; null otherwise
     */
    record Asked(
            OrderId order,
            String code,
            Person buyer,
            int tickets,
            Money total,
            ApprovalState state,
            OrderState orderState,
            @Nullable Instant askedAt,
            @Nullable Instant lapsesAt,
            @Nullable Instant unpaidAt,
            String note) {
        static Asked of(OrderView order) {
            ApprovalView approval = Objects.requireNonNull(order.approval());
            return new Asked(
                    order.id(),
                    order.code(),
                    Person.of(order.buyerName(), order.buyerEmail()),
                    order.tickets(),
                    order.total(),
                    approval.state(),
                    order.state(),
                    approval.askedAt(),
                    approval.lapsesAt(),
                    approval.unpaidAt(),
                    approval.note());
        }
    }

    /** @param note to the buyers; may be left out */
    record Answer(
            @Nullable List<@Nullable OrderId> orders,
            @Nullable String note) {
        List<OrderId> all() {
            return orders == null
                    ? List.of()
                    : orders.stream().filter(Objects::nonNull).toList();
        }
    }

    /** @param code why, such as {@code approval_withdrawn} */
    record Refused(OrderId order, String code) {}

    record Decided(List<OrderId> decided, List<Refused> refused) {
        static Decided of(Approvals.Decided decided) {
            return new Decided(
                    decided.decided(),
                    decided.refused().entrySet().stream()
                            .map(one -> new Refused(one.getKey(), one.getValue().code()))
                            .toList());
        }
    }

    record ChosenTypes(@Nullable List<@Nullable TicketTypeId> ticketTypes) {}

    @Operation(
            summary = "List the orders that need the team's yes",
            description = "In the order in which they came: pending_approval, approved, declined, lapsed or withdrawn.")
    @GetMapping
    Slice<Asked> list(
            @Parameter(description = "id or slug") @PathVariable String event,
            @RequestParam(required = false) @Nullable ApprovalState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return approvals
                .ofEvent(events.where(Permission.SEE_ORDERS, event), state, cursor, limit)
                .map(Asked::of);
    }

    @Operation(
            summary = "Say yes to orders",
            description =
                    "What was reserved for them is taken, and they have their tickets once it was. Each is decided by itself; `refused` says for which it was too late.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping("/approval")
    Decided approve(@Parameter(description = "id or slug") @PathVariable String event, @RequestBody Answer body) {
        EventView known = events.where(Permission.REFUND, event);
        return Decided.of(approvals.approve(known, body.all(), OrderBodies.said(body.note())));
    }

    @Operation(
            summary = "Say no to orders",
            description =
                    "Nothing is taken of them, what was reserved is let go of, and their tickets go back on sale.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject(EXAMPLE)))
    @PostMapping("/refusal")
    Decided decline(@Parameter(description = "id or slug") @PathVariable String event, @RequestBody Answer body) {
        EventView known = events.where(Permission.REFUND, event);
        return Decided.of(approvals.decline(known, body.all(), OrderBodies.said(body.note())));
    }

    @Operation(summary = "List the ticket types that are sold only to whom the team says yes")
    @GetMapping("/ticket-types")
    Items<TicketTypeId> types(@Parameter(description = "id or slug") @PathVariable String event) {
        EventView known = events.where(Permission.SEE_ORDERS, event);
        return new Items<>(types
                .among(typeReads.all(known.id()).stream()
                        .map(TicketTypeView::id)
                        .toList())
                .stream()
                .sorted(java.util.Comparator.comparing(TicketTypeId::value))
                .toList());
    }

    @Operation(
            summary = "Choose which ticket types are sold only to whom the team says yes",
            description = "Orders that were placed before stay as they are.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject(TYPES)))
    @PutMapping("/ticket-types")
    Items<TicketTypeId> choose(
            @Parameter(description = "id or slug") @PathVariable String event, @RequestBody ChosenTypes body) {
        EventView known = events.where(Permission.EDIT_EVENT, event);
        if (body.ticketTypes() == null) throw InvalidInput.at("ticketTypes", "required");
        List<TicketTypeId> chosen =
                body.ticketTypes().stream().filter(Objects::nonNull).distinct().toList();
        types.choose(known.organization(), known.id(), chosen);
        return new Items<>(chosen);
    }
}
