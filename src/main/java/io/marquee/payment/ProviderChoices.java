package io.marquee.payment;

import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.PaymentProvider;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Through which providers an organization wants to be paid; as long as it has not said, through all that can be used. */
@Component
class ProviderChoices {
    private final JdbcClient jdbc;
    private final Providers providers;
    private final Terms terms;

    ProviderChoices(JdbcClient jdbc, Providers providers, Terms terms) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.terms = terms;
    }

    /** What its buyers can choose from, by name. Runs as the organization's system, or for its people. */
    @Transactional(readOnly = true)
    public List<String> offered(OrganizationId organization) {
        List<String> chosen = chosen(organization);
        return providers.offered().stream()
                .filter(name -> chosen.isEmpty() || chosen.contains(name))
                .filter(name -> terms.payable(organization, providers.named(name)))
                .toList();
    }

    /** @throws PaymentRefused.UnknownProvider when it has chosen others */
    @Transactional(readOnly = true)
    public void require(OrganizationId organization, PaymentProvider provider) {
        List<String> chosen = chosen(organization);
        if (!chosen.isEmpty() && !chosen.contains(provider.name())) {
            throw new PaymentRefused.UnknownProvider(provider.name());
        }
    }

    /** Empty where it has not said. */
    @Transactional(readOnly = true)
    public List<String> chosen(OrganizationId organization) {
        return jdbc.sql("select provider from payment.provider_choices where organization_id = ? order by provider")
                .param(organization.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Transactional
    public void choose(OrganizationId organization, Collection<String> names) {
        jdbc.sql("delete from payment.provider_choices where organization_id = ?")
                .param(organization.value())
                .update();
        names.forEach(name -> jdbc.sql("insert into payment.provider_choices values (?, ?)")
                .params(organization.value(), name)
                .update());
    }
}
