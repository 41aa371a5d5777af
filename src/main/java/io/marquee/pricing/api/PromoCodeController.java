package io.marquee.pricing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.Slice;
import io.marquee.platform.api.MergePatch;
import io.marquee.pricing.CodeDetails;
import io.marquee.pricing.CodeUses;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.PromoCode;
import io.marquee.pricing.PromoCodes;
import io.marquee.pricing.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Promo codes", description = "What lowers prices and shows hidden tickets to whoever knows it")
class PromoCodeController {
    private static final int PAGE = 100;

    private final PromoCodes codes;
    private final CodeUses uses;
    private final EventReads events;
    private final MergePatch patch;

    PromoCodeController(PromoCodes codes, CodeUses uses, EventReads events, MergePatch patch) {
        this.codes = codes;
        this.uses = uses;
        this.events = events;
        this.patch = patch;
    }

    /** @param uses how many holds and orders use it now */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeResource(
            UUID id,
            EventId event,
            String code,
            @Nullable Percentage percent,
            @Nullable Money amount,
            boolean wholeCart,
            boolean unlocks,
            Scope ticketTypes,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Integer limit,
            @Nullable Integer perPerson,
            boolean active,
            int uses) {

        static CodeResource of(PromoCode code, Map<UUID, Integer> uses) {
            CodeDetails d = code.details();
            return new CodeResource(
                    code.id(),
                    code.event(),
                    d.code(),
                    d.rate(),
                    d.amount(),
                    d.wholeCart(),
                    d.unlocks(),
                    d.scope(),
                    d.startsAt(),
                    d.endsAt(),
                    d.limit(),
                    d.perPerson(),
                    code.active(),
                    uses.getOrDefault(code.id(), 0));
        }
    }

    @Operation(summary = "Make a promo code")
    @PostMapping("/events/{idOrSlug}/promo-codes")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CodeResource> create(@PathVariable String idOrSlug, @RequestBody CodeBody body) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        PromoCode code = codes.create(event, body.details(event));
        return ResponseEntity.created(URI.create("/api/v1/promo-codes/" + code.id()))
                .body(CodeResource.of(code, Map.of()));
    }

    @Operation(summary = "List an event's promo codes", description = "Newest first, with how often each is used.")
    @GetMapping("/events/{idOrSlug}/promo-codes")
    Slice<CodeResource> list(@PathVariable String idOrSlug, @RequestParam(required = false) @Nullable UUID cursor) {
        EventView event = events.where(Permission.EDIT_EVENT, idOrSlug);
        Map<UUID, Integer> used = uses.of(event.id());
        return codes.of(event, cursor, PAGE).map(code -> CodeResource.of(code, used));
    }

    @Operation(summary = "See a promo code")
    @GetMapping("/promo-codes/{id}")
    CodeResource show(@PathVariable UUID id) {
        return resource(codes.editable(id));
    }

    @Operation(
            summary = "Change a promo code",
            description =
                    "Fields that are left out stay as they are, and null clears one (RFC 7396). The code itself stays; "
                            + "the limit can be lowered to what is used. What is held or ordered with it keeps its price.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = CodeBody.class)))
    @PatchMapping("/promo-codes/{id}")
    CodeResource edit(@PathVariable UUID id, @RequestBody JsonNode changes) {
        PromoCode before = codes.editable(id);
        EventView event = events.byId(before.event());
        CodeBody body = patch.apply(CodeBody.of(before), changes, CodeBody.class);
        PromoCode edited = codes.edit(id, body.details(event));
        return resource(body.isActive() == edited.active() ? edited : codes.activate(id, body.isActive()));
    }

    @Operation(
            summary = "Switch a promo code off",
            description =
                    "Nobody can use it any more; what is held or ordered with it stays. It can be switched on again.")
    @DeleteMapping("/promo-codes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(@PathVariable UUID id) {
        codes.activate(id, false);
    }

    private CodeResource resource(PromoCode code) {
        return CodeResource.of(code, uses.of(code.event()));
    }
}
