package io.marquee.payment.api;

import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.media.SignedLink;
import io.marquee.organization.OrganizationReads;
import io.marquee.payment.DisputeView;
import io.marquee.payment.EvidenceCase;
import io.marquee.payment.PaymentId;
import io.marquee.payment.provider.Evidence;
import io.marquee.platform.config.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Disputes and what is said to them; for an organization's owners. */
@RestController
@Tag(name = "Disputes", description = "Payments that a buyer’s bank wants back; for an organization’s owners")
class DisputeApi {
    private static final int MOST = 100;

    private final OrganizationReads organizations;
    private final EvidenceCase cases;
    private final Settings settings;

    DisputeApi(OrganizationReads organizations, EvidenceCase cases, Settings settings) {
        this.organizations = organizations;
        this.cases = cases;
        this.settings = settings;
    }

    /**
     * @param state needs_response, under_review, won or lost
     * @param dueBy past it no evidence is taken
     * @param inquiry whether the bank only asks so far
     * @param withdrawn whether the money was taken out of the account, be it that it came back since
     */
    record Dispute(
            UUID id,
            PaymentId payment,
            UUID order,
            EventId event,
            OrganizationId organization,
            String state,
            Money amount,
            String reason,
            @Nullable Instant dueBy,
            @Nullable Instant submittedAt,
            boolean inquiry,
            boolean withdrawn,
            Instant createdAt) {
        static Dispute of(DisputeView view) {
            return new Dispute(
                    view.id(),
                    view.payment(),
                    view.order(),
                    view.event(),
                    view.organization(),
                    Wire.name(view.state()),
                    view.amount(),
                    view.reason(),
                    view.dueBy(),
                    view.submittedAt(),
                    view.inquiry(),
                    view.withdrawn(),
                    view.createdAt());
        }
    }

    record Disputes(List<Dispute> items, @Nullable String next) {}

    @GetMapping("/api/v1/organizations/{idOrSlug}/disputes")
    @Operation(summary = "List disputes: those that wait for an answer first, by when it is due")
    Disputes list(
            @PathVariable String idOrSlug,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Slice<DisputeView> slice =
                cases.disputes(organizations.find(idOrSlug).id(), cursor, Math.clamp(limit, 1, MOST));
        return new Disputes(slice.items().stream().map(Dispute::of).toList(), slice.next());
    }

    @GetMapping("/api/v1/disputes/{id}")
    @Operation(summary = "Show a dispute")
    Dispute show(@PathVariable UUID id) {
        return Dispute.of(cases.dispute(id));
    }

    /** @param files names, by field */
    record Said(Map<String, String> texts, Map<String, String> files) {}

    @GetMapping("/api/v1/disputes/{id}/evidence")
    @Operation(summary = "Show what was put together")
    Said said(@PathVariable UUID id) {
        Map<String, String> texts = new java.util.TreeMap<>();
        Map<String, String> files = new java.util.TreeMap<>();
        cases.evidence(id).forEach(item -> {
            if (item.text() != null) texts.put(Wire.name(item.field()), item.text());
            if (item.fileName() != null) files.put(Wire.name(item.field()), item.fileName());
        });
        return new Said(texts, files);
    }

    record Written(
            @Schema(example = "{\"more\": \"They were admitted at 19:42.\"}") @Nullable
            Map<String, String> texts) {}

    @PutMapping("/api/v1/disputes/{id}/evidence")
    @Operation(summary = "Keep texts, by field; an empty one is taken out")
    Said write(@PathVariable UUID id, @RequestBody Written written) {
        cases.dispute(id);
        Map<Evidence, String> wanted = new EnumMap<>(Evidence.class);
        Objects.requireNonNullElse(written.texts(), Map.<String, String>of()).forEach((field, text) -> {
            Evidence evidence = evidence(field);
            if (evidence.kind() == Evidence.Kind.FILE) throw InvalidInput.at(field, "choice");
            wanted.put(evidence, text == null ? "" : text);
        });
        cases.write(id, wanted);
        return said(id);
    }

    @PutMapping(
            path = "/api/v1/disputes/{id}/files/{field}",
            consumes = {"image/png", "image/jpeg", "application/pdf", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Add a file: PDF, PNG or JPEG, all together up to 4.5 MB")
    void attach(
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam(defaultValue = "evidence") String name,
            HttpServletRequest request)
            throws IOException {
        cases.dispute(id);
        // one byte too many is enough to see that it is too much
        cases.attach(id, evidence(field), name, request.getInputStream().readNBytes(EvidenceCase.MOST_BYTES + 1));
    }

    /** @param until past it another one is to be asked for */
    record FileLink(
            @Schema(example = "https://marquee.example/media/private/…")
            String url,

            Instant until) {}

    @GetMapping("/api/v1/disputes/{id}/files/{field}")
    @Operation(summary = "Get a link to a file that was added", description = "Whoever has the link has the file.")
    FileLink file(@PathVariable UUID id, @PathVariable String field) {
        cases.dispute(id);
        SignedLink link = cases.file(id, evidence(field));
        return new FileLink(settings.baseUrl() + link.path(), link.until());
    }

    @DeleteMapping("/api/v1/disputes/{id}/evidence/{field}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a text or a file out")
    void remove(@PathVariable UUID id, @PathVariable String field) {
        cases.dispute(id);
        cases.remove(id, evidence(field));
    }

    @PostMapping("/api/v1/disputes/{id}/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hand the evidence in: once, and for good")
    Dispute submit(@PathVariable UUID id) {
        return Dispute.of(cases.submit(id));
    }

    private static Evidence evidence(String word) {
        return Arrays.stream(Evidence.values())
                .filter(field -> Wire.name(field).equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("field", "choice"));
    }
}
