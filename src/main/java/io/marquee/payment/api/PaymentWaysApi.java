package io.marquee.payment.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationReads;
import io.marquee.payment.PaymentWays;
import io.marquee.payment.PaymentWays.PaymentWay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an organization's buyers can pay; for its owners. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/payment-providers")
@Tag(name = "Organizations")
class PaymentWaysApi {
    private final OrganizationReads organizations;
    private final PaymentWays ways;

    PaymentWaysApi(OrganizationReads organizations, PaymentWays ways) {
        this.organizations = organizations;
        this.ways = ways;
    }

    record Ways(List<PaymentWay> items) {}

    record Chosen(@Nullable List<String> providers) {}

    @Operation(
            summary = "List the payment providers of an organization",
            description = "All that this installation offers, those chosen, and those that can be used now.")
    @GetMapping
    Ways list(@PathVariable String idOrSlug) {
        return new Ways(ways.of(id(idOrSlug)));
    }

    @Operation(
            summary = "Choose the payment providers of an organization",
            description = "For payments from now on. Whoever chooses all takes those too that are offered later.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(examples = @ExampleObject("{\"providers\": [\"stripe\"]}")))
    @PutMapping
    Ways choose(@PathVariable String idOrSlug, @RequestBody Chosen body) {
        OrganizationId organization = id(idOrSlug);
        if (body.providers() == null) {
            ways.of(organization); // who may not choose is told so first
            throw InvalidInput.at("providers", "required");
        }
        ways.choose(organization, body.providers());
        return new Ways(ways.of(organization));
    }

    private OrganizationId id(String idOrSlug) {
        return organizations.find(idOrSlug).id();
    }
}
