package io.marquee.ticketing.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.platform.api.MergePatch;
import io.marquee.ticketing.SharedQuotaView;
import io.marquee.ticketing.SharedQuotas;
import io.marquee.ticketing.TicketTypeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Shared quotas", description = "One number over several ticket types, such as an early and a late price")
class SharedQuotaController {
    private final SharedQuotas quotas;
    private final EventReads events;
    private final MergePatch patch;

    SharedQuotaController(SharedQuotas quotas, EventReads events, MergePatch patch) {
        this.quotas = quotas;
        this.events = events;
        this.patch = patch;
    }

    record QuotaBody(
            @Schema(example = "Hall") @Nullable String name,
            @Schema(example = "300") @Nullable Integer size,

            @Schema(description = "two or more of the event; they stay as they are") @Nullable
            Set<TicketTypeId> ticketTypes) {
        int sizeGiven() {
            if (size == null) throw InvalidInput.at("size", "required");
            return size;
        }

        String nameGiven() {
            return name == null ? "" : name;
        }
    }

    /** @param taken held and sold */
    record QuotaResource(UUID id, String name, int size, int taken, List<TicketTypeId> ticketTypes) {
        static QuotaResource of(SharedQuotaView quota) {
            return new QuotaResource(quota.id(), quota.name(), quota.size(), quota.taken(), quota.types());
        }
    }

    @Operation(
            summary = "Let ticket types share one number",
            description = "Each keeps its own as well. What is held and sold of them counts.")
    @PostMapping("/events/{idOrSlug}/shared-quotas")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<QuotaResource> create(@PathVariable String idOrSlug, @RequestBody QuotaBody body) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        SharedQuotaView quota = quotas.create(
                event, body.nameGiven(), body.sizeGiven(), body.ticketTypes() == null ? Set.of() : body.ticketTypes());
        return ResponseEntity.created(URI.create("/api/v1/shared-quotas/" + quota.id()))
                .body(QuotaResource.of(quota));
    }

    @Operation(summary = "List an event's shared quotas")
    @GetMapping("/events/{idOrSlug}/shared-quotas")
    Slice<QuotaResource> list(@PathVariable String idOrSlug) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        return new Slice<>(quotas.of(event).stream().map(QuotaResource::of).toList(), null);
    }

    @Operation(
            summary = "Change a shared quota's name or size",
            description = "The size can be lowered to what is held and sold. Its ticket types stay.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = QuotaBody.class)))
    @PatchMapping("/shared-quotas/{id}")
    QuotaResource edit(@PathVariable UUID id, @RequestBody JsonNode changes) {
        SharedQuotaView before = quotas.editable(id);
        QuotaBody current = new QuotaBody(before.name(), before.size(), null);
        QuotaBody body = patch.apply(current, changes, QuotaBody.class);
        return QuotaResource.of(quotas.edit(id, body.nameGiven(), body.sizeGiven()));
    }

    @Operation(summary = "Give a shared quota up", description = "Its ticket types go on with their own numbers alone.")
    @DeleteMapping("/shared-quotas/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable UUID id) {
        quotas.retire(id);
    }
}
