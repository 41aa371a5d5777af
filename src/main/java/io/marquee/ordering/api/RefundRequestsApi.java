package io.marquee.ordering.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.RefundPlan;
import io.marquee.ordering.RefundQueue;
import io.marquee.ordering.RefundRequests;
import io.marquee.ordering.api.OrderAnswers.Order;
import io.marquee.ordering.api.OrderBodies.RefundAnswer;
import io.marquee.organization.OrganizationReads;
import io.marquee.payment.RefundState;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What buyers ask back, and the team's answers. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Refund requests")
class RefundRequestsApi {
    private static final int MOST = 100;

    private final EventReads events;
    private final OrganizationReads organizations;
    private final RefundQueue queue;
    private final RefundRequests requests;

    RefundRequestsApi(EventReads events, OrganizationReads organizations, RefundQueue queue, RefundRequests requests) {
        this.events = events;
        this.organizations = organizations;
        this.queue = queue;
        this.requests = requests;
    }

    /**
     * @param tickets whose money is asked back; null for all that is left
     * @param refundable what an approval gives back now
     * @param ending the tickets that it ends; none where it was decided
     */
    record Asked(
            UUID id,
            OrderId order,
            String code,
            EventId event,
            String buyer,

            @Schema(allowableValues = {"requested", "approved", "declined"})
            RefundState state,

            String reason,
            @Nullable String note,
            @Nullable List<TicketId> tickets,
            Money refundable,
            List<TicketId> ending,
            Instant createdAt) {
        static Asked of(RefundQueue.Entry entry) {
            RefundPlan plan = entry.plan();
            return new Asked(
                    entry.request().id(),
                    entry.order().id(),
                    entry.order().code(),
                    entry.order().event(),
                    entry.order().buyerName(),
                    entry.request().state(),
                    entry.request().reason(),
                    entry.request().note(),
                    entry.request().tickets(),
                    plan == null ? Money.zero(entry.order().total().currency()) : plan.amount(),
                    plan == null
                            ? List.of()
                            : plan.ending().stream().map(TicketView::id).toList(),
                    entry.request().createdAt());
        }
    }

    @Operation(summary = "List what an event's buyers ask back", description = "Newest first.")
    @GetMapping("/events/{event}/refund-requests")
    Slice<Asked> ofEvent(
            @Parameter(description = "id or slug") @PathVariable String event,
            @RequestParam(required = false) @Nullable RefundState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        require(limit);
        EventView known = events.where(Permission.SEE_ORDERS, event);
        return queue.ofEvent(known.organization(), known.id(), state, cursor, limit)
                .map(Asked::of);
    }

    @Operation(summary = "List what the buyers of an organization's events ask back", description = "Newest first.")
    @GetMapping("/organizations/{organization}/refund-requests")
    Slice<Asked> ofOrganization(
            @Parameter(description = "id or slug") @PathVariable String organization,
            @RequestParam(required = false) @Nullable RefundState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        require(limit);
        return queue.ofOrganization(organizations.find(organization).id(), state, cursor, limit)
                .map(Asked::of);
    }

    @Operation(
            summary = "Approve what a buyer asks back",
            description =
                    "What was asked for goes back, as far as it has not yet. To give back something else, refund the order: that answers "
                            + "too. What was paid at the box office waits there for its buyer.")
    @PostMapping("/orders/{id}/refund-requests/{request}/approval")
    Order approve(@PathVariable OrderId id, @PathVariable UUID request, @RequestBody RefundAnswer body) {
        return Order.of(
                requests.approve(id, request, OrderBodies.said(body.note()), !Boolean.FALSE.equals(body.returnStock())),
                null);
    }

    @Operation(summary = "Decline what a buyer asks back", description = "The note says why; they get it by mail.")
    @PostMapping("/orders/{id}/refund-requests/{request}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable OrderId id, @PathVariable UUID request, @RequestBody RefundAnswer body) {
        requests.decline(id, request, OrderBodies.said(body.note()));
    }

    private static void require(int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
    }
}
