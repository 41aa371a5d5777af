package io.marquee.notification.api;

import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.notification.Reason;
import io.marquee.notification.SuppressionView;
import io.marquee.notification.Suppressions;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.mail.Topic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that an organization does not write to. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/suppressions")
@Tag(name = "Messages")
class SuppressionApi {
    private static final int PAGE = 100;

    private final OrganizationReads organizations;
    private final Suppressions suppressions;

    SuppressionApi(OrganizationReads organizations, Suppressions suppressions) {
        this.organizations = organizations;
        this.suppressions = suppressions;
    }

    /**
     * @param topic null for everything optional
     * @param detail what the mail server or provider said
     */
    record Suppression(UUID id, String email, @Nullable Topic topic, Reason reason, String detail, Instant at) {
        static Suppression of(SuppressionView view) {
            return new Suppression(view.id(), view.email(), view.topic(), view.reason(), view.detail(), view.at());
        }
    }

    record Listed(List<Suppression> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List the addresses that are not written to, the latest first")
    Listed list(
            @PathVariable String idOrSlug,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String cursor) {
        Slice<Suppression> some =
                suppressions.of(id(idOrSlug), email, cursor, PAGE).map(Suppression::of);
        return new Listed(some.items(), some.next());
    }

    record Entry(
            @Schema(example = "ada@example.org") @Nullable String email) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Enter an address for somebody who asked you themselves: nothing optional is sent there any more")
    void enter(@PathVariable String idOrSlug, @RequestBody Entry entry) {
        suppressions.enter(id(idOrSlug), Objects.requireNonNullElse(entry.email(), ""));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Write to an address again")
    void lift(@PathVariable String idOrSlug, @PathVariable UUID id) {
        suppressions.lift(id(idOrSlug), id);
    }

    private OrganizationId id(String idOrSlug) {
        return organizations.find(idOrSlug).id();
    }
}
