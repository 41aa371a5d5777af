package io.marquee.payout.web;

import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payout.PayoutAccountView;
import io.marquee.payout.PayoutAccountsOf;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The administrator sees whose accounts wait for what. */
@Controller
class AdminAccountPages {
    private final PayoutAccountsOf accounts;
    private final OrganizationReads organizations;

    AdminAccountPages(PayoutAccountsOf accounts, OrganizationReads organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @GetMapping("/admin/payout-accounts")
    ModelAndView show(Page page) {
        List<PayoutAccountView> all = accounts.all();
        Map<OrganizationId, OrganizationView> names = organizations.byIds(
                all.stream().map(PayoutAccountView::organization).toList());
        Text text = page.text();
        return page.titled(text.get("payout.admin.title"))
                .show(
                        "payout/admin-accounts",
                        "rows",
                        all.stream()
                                .flatMap(account -> Optional.ofNullable(names.get(account.organization()))
                                        .map(of -> row(account, of, text))
                                        .stream())
                                .toList());
    }

    private static AccountRow row(PayoutAccountView account, OrganizationView organization, Text text) {
        Chip state = AccountCards.state(account.state(), text);
        return new AccountRow(
                organization.name(),
                "/o/" + organization.slug(),
                text.get("payout.provider." + account.provider()),
                account.account() == null ? "–" : account.account(),
                account.country(),
                state,
                account.checkedAt() == null ? "–" : text.dateTime(account.checkedAt(), ZoneId.of("UTC")));
    }
}
