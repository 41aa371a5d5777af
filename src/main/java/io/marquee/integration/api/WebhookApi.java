package io.marquee.integration.api;

import io.marquee.integration.webhook.DeliveryView;
import io.marquee.integration.webhook.EndpointView;
import io.marquee.integration.webhook.Endpoints;
import io.marquee.integration.webhook.HappeningType;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks: where an organization's own systems hear of what happens, and what was sent there. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/webhooks")
@Tag(name = "Webhooks")
class WebhookApi {
    private static final int MOST = 100;

    private final OrganizationReads organizations;
    private final Endpoints endpoints;

    WebhookApi(OrganizationReads organizations, Endpoints endpoints) {
        this.organizations = organizations;
        this.endpoints = endpoints;
    }

    /**
     * @param secret what messages are signed with, as Standard Webhooks does
     * @param failingSince since when nothing was delivered
     * @param disabledAt when we gave up; a change of the endpoint brings it back
     */
    record Endpoint(
            UUID id,
            String url,
            List<HappeningType> types,
            String secret,
            Instant createdAt,
            @Nullable Instant failingSince,
            @Nullable Instant disabledAt) {}

    record Listed(List<Endpoint> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List the webhook endpoints")
    Listed list(@PathVariable String idOrSlug) {
        return new Listed(
                endpoints.of(id(idOrSlug)).stream().map(this::endpoint).toList(), null);
    }

    record Wish(
            @Schema(example = "https://example.org/hooks") @Nullable
            String url,

            @Schema(example = "[\"order_paid\"]") @Nullable Set<HappeningType> types) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a webhook endpoint: a public server, with https")
    Endpoint add(@PathVariable String idOrSlug, @RequestBody Wish wish) {
        return endpoint(endpoints.add(id(idOrSlug), url(wish), types(wish)));
    }

    @PutMapping("/{endpoint}")
    @Operation(summary = "Change a webhook endpoint; one that was given up is tried again")
    Endpoint change(@PathVariable String idOrSlug, @PathVariable UUID endpoint, @RequestBody Wish wish) {
        return endpoint(endpoints.change(id(idOrSlug), endpoint, url(wish), types(wish)));
    }

    @DeleteMapping("/{endpoint}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook endpoint, with its log")
    void remove(@PathVariable String idOrSlug, @PathVariable UUID endpoint) {
        endpoints.remove(id(idOrSlug), endpoint);
    }

    record Deliveries(List<DeliveryView> items, @Nullable String next) {}

    @GetMapping("/{endpoint}/deliveries")
    @Operation(summary = "List what was sent to a webhook endpoint, the latest first; kept for thirty days")
    Deliveries deliveries(
            @PathVariable String idOrSlug,
            @PathVariable UUID endpoint,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        Slice<DeliveryView> some = endpoints.deliveries(id(idOrSlug), endpoint, cursor, limit);
        return new Deliveries(some.items(), some.next());
    }

    @PostMapping("/{endpoint}/deliveries/{delivery}/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a message again; its id stays the same")
    void replay(@PathVariable String idOrSlug, @PathVariable UUID endpoint, @PathVariable UUID delivery) {
        endpoints.replay(id(idOrSlug), endpoint, delivery);
    }

    private Endpoint endpoint(EndpointView view) {
        return new Endpoint(
                view.id(),
                view.url(),
                view.types(),
                endpoints.secret(view),
                view.createdAt(),
                view.failingSince(),
                view.disabledAt());
    }

    private OrganizationId id(String idOrSlug) {
        return organizations.find(idOrSlug).id();
    }

    private static String url(Wish wish) {
        return Objects.requireNonNullElse(wish.url(), "");
    }

    private static Set<HappeningType> types(Wish wish) {
        return Objects.requireNonNullElse(wish.types(), Set.of());
    }
}
