package io.marquee.payout.web;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationNav.Entry;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransactionFact.Kind;
import io.marquee.payment.provider.TransferFact;
import io.marquee.payout.Payouts;
import io.marquee.payout.web.PayoutsView.PayoutRow;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What moved an organization's account: by kind, by payout, and what the operator passed on to it. */
@Controller
@RequestMapping("/manage/organizations/{slug}/payouts/{provider}")
class TransactionPages {
    private static final int PAGE = 25;

    private final OrganizationReads organizations;
    private final Payouts payouts;
    private final Access access;

    TransactionPages(OrganizationReads organizations, Payouts payouts, Access access) {
        this.organizations = organizations;
        this.payouts = payouts;
        this.access = access;
    }

    @GetMapping("/transactions")
    ModelAndView transactions(
            @PathVariable String slug,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = organization(slug);
        Text text = page.text();
        Slice<TransactionFact> slice =
                payouts.transactions(organization.id(), provider, kind(kind), null, cursor, PAGE);
        String path = path(organization, provider) + "/transactions";
        String filtered = path + "?kind=" + (kind(kind) == null ? "" : kind);
        return shown(
                organization,
                text.get("payout.transactions"),
                text.get("payout.transactions.intro"),
                null,
                List.of(),
                kinds(path, kind, text),
                text.get("payout.fee"),
                slice.items().stream()
                        .map(moved -> MoneyRows.transaction(moved, text))
                        .toList(),
                pagination(filtered, cursor, slice.next()),
                page);
    }

    /** @throws InvalidInput for a word that is none */
    static @Nullable Kind kind(String word) {
        if (word.isEmpty()) return null;
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.OTHER && Wire.name(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("kind", "choice"));
    }

    private static List<Link> kinds(String path, String chosen, Text text) {
        return Stream.concat(
                        Stream.of(Link.to(path, text.get("payout.kind.all")).current(chosen.isEmpty())),
                        Arrays.stream(Kind.values())
                                .filter(kind -> kind != Kind.OTHER)
                                .map(kind -> Link.to(path + "?kind=" + Wire.name(kind), text.of("payout.kind", kind))
                                        .current(Wire.name(kind).equals(chosen))))
                .toList();
    }

    @GetMapping("/transfers")
    ModelAndView transfers(
            @PathVariable String slug,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = organization(slug);
        Text text = page.text();
        Slice<TransferFact> slice = payouts.transfers(organization.id(), provider, cursor, PAGE);
        return shown(
                organization,
                text.get("payout.transfers"),
                text.get("payout.transfers.intro"),
                null,
                List.of(),
                List.of(),
                text.get("payout.reversed"),
                slice.items().stream()
                        .map(transfer -> MoneyRows.transfer(transfer, text))
                        .toList(),
                pagination(path(organization, provider) + "/transfers?", cursor, slice.next()),
                page);
    }

    @GetMapping("/payouts")
    ModelAndView payouts(
            @PathVariable String slug,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = organization(slug);
        Text text = page.text();
        Slice<PayoutFact> slice = payouts.payouts(organization.id(), provider, cursor, PAGE);
        String path = path(organization, provider);
        List<PayoutRow> rows = slice.items().stream()
                .map(payout -> MoneyRows.payout(payout, path, text))
                .toList();
        return page.titled(text.get("payout.payouts"))
                .hue(organization.hue())
                .show(
                        "payout/payout-list",
                        "view",
                        new PayoutListView(
                                OrganizationNav.of(organization, Entry.PAYOUTS, access, text),
                                crumbs(organization, text.get("payout.payouts"), text),
                                rows,
                                pagination(path + "/payouts?", cursor, slice.next())));
    }

    /** A payout with what it took to the bank. */
    @GetMapping("/payouts/{payout}")
    ModelAndView payout(
            @PathVariable String slug,
            @PathVariable String provider,
            @PathVariable String payout,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = organization(slug);
        Text text = page.text();
        PayoutFact fact = payouts.payout(organization.id(), provider, payout);
        Slice<TransactionFact> slice = payouts.transactions(organization.id(), provider, null, payout, cursor, PAGE);
        PayoutRow row = MoneyRows.payout(fact, path(organization, provider), text);
        return shown(
                organization,
                text.get("payout.payout.heading", fact.amount()),
                text.get(fact.automatic() ? "payout.payout.automatic" : "payout.payout.manual"),
                row.state(),
                Stream.of(
                                text.get("payout.payout.at", row.at()),
                                text.get("payout.payout.arrival", row.arrival()),
                                text.get("payout.payout.bank", row.bank()),
                                row.reason() == null ? "" : text.get("payout.payout.failed", row.reason()))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                List.of(),
                text.get("payout.fee"),
                slice.items().stream()
                        .map(moved -> MoneyRows.transaction(moved, text))
                        .toList(),
                pagination(row.path() + "?", cursor, slice.next()),
                page);
    }

    private ModelAndView shown(
            OrganizationView organization,
            String heading,
            String intro,
            @Nullable Chip state,
            List<String> facts,
            List<Link> kinds,
            String feeLabel,
            List<TransactionsView.Row> rows,
            Pagination pagination,
            Page page) {
        return page.titled(heading)
                .hue(organization.hue())
                .show(
                        "payout/transactions",
                        "view",
                        new TransactionsView(
                                OrganizationNav.of(organization, Entry.PAYOUTS, access, page.text()),
                                crumbs(organization, heading, page.text()),
                                heading,
                                intro,
                                state,
                                facts,
                                kinds,
                                feeLabel,
                                rows,
                                pagination));
    }

    private static List<Link> crumbs(OrganizationView organization, String here, Text text) {
        return List.of(
                Link.to(OrganizationNav.path(organization) + "/payouts", text.get("organization.nav.payouts")),
                Link.here(here));
    }

    private static Pagination pagination(String list, @Nullable String cursor, @Nullable String next) {
        String plain = list.endsWith("?") ? list.substring(0, list.length() - 1) : list;
        return new Pagination(cursor == null ? null : plain, next == null ? null : list + "&cursor=" + next);
    }

    private OrganizationView organization(String slug) {
        OrganizationView organization = organizations.find(slug);
        access.require(Permission.MANAGE_MONEY, organization.id());
        return organization;
    }

    private static String path(OrganizationView organization, String provider) {
        return OrganizationNav.path(organization) + "/payouts/" + provider;
    }
}
