package io.marquee.integration.webhook;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.platform.api.WebhookSignature;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where an organization wants to hear of what happens, and what was sent there; for those who may edit it. */
@Component
public class Endpoints {
    private static final int MOST = 10;
    private static final int LONGEST_URL = 500;
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final Access access;
    private final Acting acting;
    private final Settings settings;
    private final Clock clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(false, Instant.EPOCH));

    Endpoints(
            EndpointTable endpoints,
            DeliveryTable deliveries,
            Access access,
            Acting acting,
            Settings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.access = access;
        this.acting = acting;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<EndpointView> of(OrganizationId organization) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        return endpoints.of(organization);
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public EndpointView byId(OrganizationId organization, UUID id) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        EndpointView endpoint = endpoints.find(id);
        if (endpoint == null || !endpoint.organization().equals(organization)) throw new NotFound("endpoint");
        return endpoint;
    }

    /** Hears of what happens from now on; on other nodes some seconds later. @throws InvalidInput */
    @Transactional
    public EndpointView add(OrganizationId organization, String url, Set<HappeningType> types) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        check(url, types);
        if (endpoints.of(organization).size() >= MOST) throw InvalidInput.at("url", "too_many_endpoints", MOST);
        UUID id = Ids.next();
        endpoints.insert(id, organization, url.strip(), types);
        AfterCommit.run(() -> known.set(new Known(false, Instant.EPOCH)));
        return byId(organization, id);
    }

    /** Tries one again that was given up. @throws InvalidInput */
    @Transactional
    public EndpointView change(OrganizationId organization, UUID id, String url, Set<HappeningType> types) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        check(url, types);
        if (!endpoints.change(organization, id, url.strip(), types)) throw new NotFound("endpoint");
        AfterCommit.run(() -> known.set(new Known(false, Instant.EPOCH)));
        return byId(organization, id);
    }

    @Transactional
    public void remove(OrganizationId organization, UUID id) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        if (!endpoints.delete(organization, id)) throw new NotFound("endpoint");
    }

    /** What was sent there, the latest first. */
    @Transactional(readOnly = true)
    public Slice<DeliveryView> deliveries(
            OrganizationId organization, UUID endpoint, @Nullable String cursor, int limit) {
        byId(organization, endpoint);
        return Slice.of(
                deliveries.of(endpoint, Cursors.id(cursor), limit + 1),
                limit,
                one -> one.id().toString());
    }

    @Transactional
    public void replay(OrganizationId organization, UUID endpoint, UUID delivery) {
        byId(organization, endpoint);
        if (!deliveries.replay(endpoint, delivery)) throw new NotFound("delivery");
    }

    /** What messages to this endpoint are signed with. */
    public String secret(EndpointView endpoint) {
        return secret(endpoint.id());
    }

    String secret(UUID endpoint) {
        return WebhookSignature.PREFIX
                + Base64.getEncoder().encodeToString(settings.secret().keyFor("webhook-endpoint-" + endpoint));
    }

    private record Known(boolean some, Instant until) {}

    /** From memory, at most some seconds old: asked in every sale. Within a transaction. */
    boolean thereAreNone() {
        Known now = known.get();
        if (!clock.instant().isBefore(now.until())) {
            now = new Known(
                    acting.asPlatform(endpoints::exists), clock.instant().plus(KEPT));
            known.set(now);
        }
        return !now.some();
    }

    private static void check(String url, Set<HappeningType> types) {
        InvalidInput.gather()
                .check(!url.isBlank(), "url", "required")
                .check(url.isBlank() || isUsable(url.strip()), "url", "webhook_url")
                .check(!types.isEmpty(), "types", "required")
                .orThrow();
    }

    private static boolean isUsable(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= LONGEST_URL
                    && url.matches("[\\x21-\\x7e]+")
                    && "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && OutwardAddresses.mayBePublic(uri.getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
