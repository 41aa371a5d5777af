package io.marquee.payout;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PayoutProviders;
import io.marquee.payment.provider.AccountRequest;
import io.marquee.payment.provider.PayoutDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opening an organization's accounts and looking after them: for its owners alone. Calls providers, so never in a transaction. */
@Component
public class PayoutAccountsOf {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int SHOWN = 500;

    private final PayoutProviders providers;
    private final AccountRows rows;
    private final AccountRefresh refresh;
    private final Access access;
    private final Acting acting;

    PayoutAccountsOf(
            PayoutProviders providers, AccountRows rows, AccountRefresh refresh, Access access, Acting acting) {
        this.providers = providers;
        this.rows = rows;
        this.refresh = refresh;
        this.access = access;
        this.acting = acting;
    }

    /** The providers at which one can be opened. */
    public List<String> providers() {
        return providers.offered();
    }

    /** Those that were opened, as we know them. */
    public List<PayoutAccountView> accounts(OrganizationId organization) {
        access.require(Permission.MANAGE_MONEY, organization);
        return rows.of(organization);
    }

    /** All there are, those that wait for their owner first. For the administrator. */
    public List<PayoutAccountView> all() {
        access.requireAdministrator();
        return acting.asPlatform(() -> rows.all(SHOWN));
    }

    /**
     * As the provider has it now; where it does not answer, as we know it.
     *
     * @throws NotFound where none was opened
     */
    public PayoutAccountView account(OrganizationId organization, String provider) {
        PayoutAccountView known = known(organization, provider);
        if (known.account() == null) {
            return known;
        }
        try {
            refresh.look(known, known.account());
        } catch (ProviderUnreachable unreachable) {
            return known;
        }
        return known(organization, provider);
    }

    /**
     * Opens an account, or goes on with the one that is there.
     *
     * @param name the organization's
     * @param email the owner's
     * @param country ISO 3166, two letters
     * @throws InvalidInput at {@code country}
     * @throws PaymentRefused where the provider has no accounts, or does not answer
     * @throws PayoutRefused.Denied where it opens none, such as in this country: another may be tried
     * @throws PayoutRefused.OpenedMeanwhile where somebody was quicker, in another country
     */
    public PayoutAccountView open(
            OrganizationId organization, String provider, String name, String email, String country) {
        access.require(Permission.MANAGE_MONEY, organization);
        if (!COUNTRIES.contains(country)) {
            throw InvalidInput.at("country", "choice");
        } else if (!providers.offered().contains(provider)) {
            throw new PaymentRefused.UnknownProvider(provider);
        }
        AccountRows.Opening opening = acting.asSystem(organization, () -> rows.open(organization, provider, country));
        PayoutAccountView asked = opening.account();
        if (asked.account() != null) {
            return asked;
        }
        try {
            String account = providers
                    .accounts(provider)
                    .open(new AccountRequest(opening.key(), organization.toString(), name, email, asked.country()));
            refresh.look(asked, account);
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(provider);
        } catch (PayoutDenied denied) {
            throw new PayoutRefused.Denied(denied.why());
        }
        return known(organization, provider);
    }

    /**
     * The provider's page where the owner says who they are; good once.
     *
     * @param returnUrl absolute: where they come back
     * @param againUrl absolute: where the provider sends those whose link is too old
     * @throws NotFound where none was opened
     * @throws PayoutRefused.Denied where the provider has no such page for it
     */
    public String onboarding(OrganizationId organization, String provider, String returnUrl, String againUrl) {
        String account = opened(organization, provider);
        try {
            return providers.accounts(provider).onboarding(account, returnUrl, againUrl);
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(provider);
        } catch (PayoutDenied denied) {
            throw new PayoutRefused.Denied(denied.why());
        }
    }

    /** The provider's id of an account that was opened. @throws NotFound */
    String opened(OrganizationId organization, String provider) {
        String account = known(organization, provider).account();
        if (account == null) {
            throw new NotFound("payout_account");
        }
        return account;
    }

    private PayoutAccountView known(OrganizationId organization, String provider) {
        access.require(Permission.MANAGE_MONEY, organization);
        return rows.find(organization, provider).orElseThrow(() -> new NotFound("payout_account"));
    }
}
