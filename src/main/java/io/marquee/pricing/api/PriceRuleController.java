package io.marquee.pricing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.platform.api.MergePatch;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.PriceRule;
import io.marquee.pricing.PriceRules;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
@Tag(name = "Price rules", description = "Taxes, fees and group discounts of an event")
class PriceRuleController {
    private final PriceRules rules;
    private final EventReads events;
    private final MergePatch patch;

    PriceRuleController(PriceRules rules, EventReads events, MergePatch patch) {
        this.rules = rules;
        this.events = events;
        this.patch = patch;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleResource(
            UUID id,
            EventId event,
            RuleDetails.Kind kind,
            String name,
            @Nullable Percentage percent,
            @Nullable Money amount,
            boolean onTop,
            boolean onFees,
            @Nullable Integer from,
            Scope ticketTypes) {

        static RuleResource of(PriceRule rule) {
            RuleDetails d = rule.details();
            return new RuleResource(
                    rule.id(),
                    rule.event(),
                    d.kind(),
                    d.name(),
                    d.rate(),
                    d.amount(),
                    d.onTop(),
                    d.onFees(),
                    d.from(),
                    d.scope());
        }
    }

    @Operation(
            summary = "Add a tax, a fee or a group discount",
            description = "What is held or ordered already keeps its price.")
    @PostMapping("/events/{idOrSlug}/price-rules")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RuleResource> create(@PathVariable String idOrSlug, @RequestBody RuleBody body) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        PriceRule rule = rules.create(event, body.details());
        return ResponseEntity.created(URI.create("/api/v1/price-rules/" + rule.id()))
                .body(RuleResource.of(rule));
    }

    @Operation(summary = "List an event's taxes, fees and group discounts")
    @GetMapping("/events/{idOrSlug}/price-rules")
    Slice<RuleResource> list(@PathVariable String idOrSlug) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        return new Slice<>(rules.of(event).stream().map(RuleResource::of).toList(), null);
    }

    @Operation(
            summary = "Change a tax, a fee or a group discount",
            description = "Fields that are left out stay as they are, and null clears one (RFC 7396). The kind stays.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RuleBody.class)))
    @PatchMapping("/price-rules/{id}")
    RuleResource edit(@PathVariable UUID id, @RequestBody JsonNode changes) {
        RuleBody current = RuleBody.of(rules.editable(id).details());
        return RuleResource.of(
                rules.edit(id, patch.apply(current, changes, RuleBody.class).details()));
    }

    @Operation(summary = "Remove a tax, a fee or a group discount")
    @DeleteMapping("/price-rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        rules.delete(id);
    }
}
