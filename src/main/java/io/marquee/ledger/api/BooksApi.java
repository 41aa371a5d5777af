package io.marquee.ledger.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.ledger.Balance;
import io.marquee.ledger.Cause;
import io.marquee.ledger.Financials;
import io.marquee.ledger.LedgerReads;
import io.marquee.ledger.MonthlyIncome;
import io.marquee.ledger.StatementEntry;
import io.marquee.ledger.StatementFilter;
import io.marquee.ledger.Statements;
import io.marquee.organization.OrganizationReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Balances, statements and financials: sums over the ledger. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Finances")
class BooksApi {
    private static final int MOST = 100;

    private final OrganizationReads organizations;
    private final EventReads events;
    private final LedgerReads reads;
    private final Statements statements;

    BooksApi(OrganizationReads organizations, EventReads events, LedgerReads reads, Statements statements) {
        this.organizations = organizations;
        this.events = events;
        this.reads = reads;
        this.statements = statements;
    }

    record Balances(List<Balance> items) {}

    record EventFinancials(List<Financials> items) {}

    record Income(List<MonthlyIncome> items) {}

    @Operation(
            summary = "Read an organization's balance",
            description = "For each account and currency: above zero where there is what the account is for.")
    @GetMapping("/organizations/{idOrSlug}/balance")
    Balances balance(@PathVariable String idOrSlug) {
        return new Balances(Balance.of(reads.ofOrganization(id(idOrSlug))));
    }

    @Operation(summary = "List an organization's postings", description = "Newest first, each with all its entries.")
    @GetMapping("/organizations/{idOrSlug}/statement")
    Slice<StatementEntry> statement(
            @PathVariable String idOrSlug,
            @Parameter(description = "such as 2031-06, in UTC", example = "2031-06")
                    @RequestParam(required = false)
                    @Nullable
                    YearMonth month,
            @RequestParam(required = false) Cause.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return statements.of(id(idOrSlug), new StatementFilter(month, kind), cursor, limit);
    }

    @Operation(
            summary = "Read an event's financials",
            description =
                    "For each currency: what was sold, given back, owed and kept, and the same of each ticket type.")
    @GetMapping("/events/{event}/finances")
    EventFinancials ofEvent(@Parameter(description = "id or slug") @PathVariable String event) {
        EventView known = events.where(Permission.SEE_FINANCES, event);
        return new EventFinancials(Financials.of(reads.ofEvent(known.organization(), known.id())));
    }

    @Operation(summary = "Read what the platform earned", description = "By month and currency, the newest first.")
    @GetMapping("/admin/income")
    Income income() {
        return new Income(reads.platformIncome());
    }

    private OrganizationId id(String idOrSlug) {
        return organizations.find(idOrSlug).id();
    }
}
