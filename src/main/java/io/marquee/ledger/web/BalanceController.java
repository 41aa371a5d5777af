package io.marquee.ledger.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Slice;
import io.marquee.ledger.Balance;
import io.marquee.ledger.LedgerReads;
import io.marquee.ledger.StatementEntry;
import io.marquee.ledger.StatementFilter;
import io.marquee.ledger.Statements;
import io.marquee.ledger.Sum;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an organization's money is, and every posting that made it so. */
@Controller
@RequestMapping("/manage/organizations/{slug}/finances")
class BalanceController {
    private static final int PAGE = 50;

    private final OrganizationReads organizations;
    private final EventReads events;
    private final LedgerReads reads;
    private final Statements statements;
    private final Access access;

    BalanceController(
            OrganizationReads organizations,
            EventReads events,
            LedgerReads reads,
            Statements statements,
            Access access) {
        this.organizations = organizations;
        this.events = events;
        this.reads = reads;
        this.statements = statements;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @ModelAttribute StatementForm form,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = found(slug);
        List<Sum> sums = reads.ofOrganization(organization.id());
        Slice<StatementEntry> slice = statements.of(organization.id(), form.filter(), cursor, PAGE);
        Map<EventId, EventView> titles = events.byIds(slice.items().stream()
                .map(StatementEntry::event)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        String path = OrganizationNav.path(organization) + "/finances";
        BalanceView view = new BalanceView(
                OrganizationNav.of(organization, OrganizationNav.Entry.FINANCES, access, page.text()),
                BalanceWords.stats(Balance.of(sums), page.text()),
                form.fields(
                        reads.months(organization.id()),
                        sums.stream().map(Sum::kind).distinct().sorted().toList(),
                        page.text()),
                !form.filter().equals(StatementFilter.ALL),
                slice.items().stream()
                        .map(entry -> BalanceWords.row(entry, titles, page.text()))
                        .toList(),
                form.path(path + "/statement.csv", null),
                new Pagination(
                        cursor == null ? null : form.path(path, null),
                        slice.next() == null ? null : form.path(path, slice.next())));
        return page.titled(page.text().get("ledger.balance.title")).show("ledger/balance", "view", view);
    }

    /** All of it, however long: written as it is read. */
    @GetMapping("/statement.csv")
    void csv(@PathVariable String slug, @ModelAttribute StatementForm form, HttpServletResponse response)
            throws IOException {
        OrganizationView organization = found(slug);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement-" + organization.slug() + ".csv\"");
        StatementCsv.write(
                cursor -> statements.of(organization.id(), form.filter(), cursor, StatementCsv.AT_ONCE),
                response.getWriter());
    }

    private OrganizationView found(String slug) {
        OrganizationView organization = organizations.find(slug);
        access.require(Permission.SEE_FINANCES, organization.id());
        return organization;
    }
}
