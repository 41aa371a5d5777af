package io.marquee.payment;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Through which providers an organization is paid; for its owners. */
@Component
public class PaymentWays {
    private final Providers providers;
    private final ProviderChoices choices;
    private final Terms terms;
    private final Access access;

    PaymentWays(Providers providers, ProviderChoices choices, Terms terms, Access access) {
        this.providers = providers;
        this.choices = choices;
        this.terms = terms;
        this.access = access;
    }

    /**
     * A provider of this installation.
     *
     * @param chosen whether the organization wants to be paid through it
     * @param usable whether it can be: some want an account of the organization first
     */
    public record PaymentWay(String provider, boolean chosen, boolean usable) {}

    /** All that the installation offers. */
    @Transactional(readOnly = true)
    public List<PaymentWay> of(OrganizationId organization) {
        access.require(Permission.MANAGE_MONEY, organization);
        List<String> chosen = choices.chosen(organization);
        return providers.offered().stream()
                .map(name -> new PaymentWay(
                        name,
                        chosen.isEmpty() || chosen.contains(name),
                        terms.payable(organization, providers.named(name))))
                .toList();
    }

    /**
     * Narrows down how buyers can pay from now on; what is under way goes on. Whoever takes all takes those too that the
     * installation will offer later.
     *
     * @throws InvalidInput at {@code providers} when it is none, or one that is not on offer
     */
    @Transactional
    public void choose(OrganizationId organization, Collection<String> wanted) {
        access.require(Permission.MANAGE_MONEY, organization);
        List<String> offered = providers.offered();
        InvalidInput.gather()
                .check(!wanted.isEmpty(), "providers", "required")
                .check(offered.containsAll(wanted), "providers", "value")
                .orThrow();
        Set<String> chosen = Set.copyOf(wanted);
        choices.choose(organization, chosen.containsAll(offered) ? Set.of() : chosen);
    }
}
