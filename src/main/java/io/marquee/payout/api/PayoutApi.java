package io.marquee.payout.api;

import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payment.provider.BalanceFact;
import io.marquee.payment.provider.PayoutFact;
import io.marquee.payment.provider.TransactionFact;
import io.marquee.payment.provider.TransactionFact.Kind;
import io.marquee.payment.provider.TransferFact;
import io.marquee.payout.PayoutAccountsOf;
import io.marquee.payout.PayoutPlan;
import io.marquee.payout.Payouts;
import io.marquee.payout.ReleaseView;
import io.marquee.payout.Releases;
import io.marquee.payout.Schedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's own accounts at providers; for its owners. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}/payout-accounts")
@Tag(name = "Payouts", description = "An organization’s own accounts at payment providers; for its owners")
class PayoutApi {
    private static final int MOST = 100;

    private final OrganizationReads organizations;
    private final PayoutAccountsOf accounts;
    private final Payouts payouts;
    private final Releases releases;
    private final People people;
    private final Access access;

    PayoutApi(
            OrganizationReads organizations,
            PayoutAccountsOf accounts,
            Payouts payouts,
            Releases releases,
            People people,
            Access access) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.payouts = payouts;
        this.releases = releases;
        this.people = people;
        this.access = access;
    }

    /** @param items of this slice; @param next the cursor of the next one, null at the end */
    record Listed<T>(List<T> items, @Nullable String next) {
        static <T> Listed<T> of(Slice<T> slice) {
            return new Listed<>(slice.items(), slice.next());
        }
    }

    @GetMapping
    @Operation(summary = "List the accounts that were opened, as they were last seen")
    Listed<PayoutAccount> list(@PathVariable String idOrSlug) {
        return new Listed<>(
                accounts.accounts(id(idOrSlug)).stream().map(PayoutAccount::of).toList(), null);
    }

    record Opening(
            @Schema(example = "stripe") @Nullable String provider,

            @Schema(example = "PT", description = "ISO 3166") @Nullable
            String country) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open an account, or answer the one that is there")
    PayoutAccount open(@PathVariable String idOrSlug, @RequestBody Opening opening) {
        OrganizationView organization = organizations.find(idOrSlug);
        return PayoutAccount.of(accounts.open(
                organization.id(),
                Objects.requireNonNullElse(opening.provider(), ""),
                organization.name(),
                people.me().email().value(),
                Objects.requireNonNullElse(opening.country(), "")));
    }

    @GetMapping("/{provider}")
    @Operation(summary = "Show an account as the provider has it now: what it can do, what is missing, by when")
    PayoutAccount show(@PathVariable String idOrSlug, @PathVariable String provider) {
        return PayoutAccount.of(accounts.account(id(idOrSlug), provider));
    }

    /** Absolute addresses of yours. */
    record Return(
            @Schema(example = "https://example.org/done") @Nullable
            String returnUrl,

            @Schema(example = "https://example.org/again") @Nullable
            String againUrl) {}

    record Onboarding(String url) {}

    @PostMapping("/{provider}/onboardings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for the provider’s page where the owner says who they are; it is good once, for minutes")
    Onboarding onboard(@PathVariable String idOrSlug, @PathVariable String provider, @RequestBody Return back) {
        return new Onboarding(accounts.onboarding(
                owned(idOrSlug),
                provider,
                address("returnUrl", back.returnUrl()),
                address("againUrl", back.againUrl())));
    }

    private static String address(String field, @Nullable String url) {
        if (url == null || !url.matches("https?://\\S{1,500}")) throw InvalidInput.at(field, "web_address");
        return url;
    }

    record Dashboard(String url) {}

    @GetMapping("/{provider}/dashboard")
    @Operation(
            summary = "Ask for the provider’s own page about an account",
            description = "Good once, for minutes. 404 where the provider has none.")
    Dashboard dashboard(@PathVariable String idOrSlug, @PathVariable String provider) {
        String address = payouts.dashboard(id(idOrSlug), provider);
        if (address == null) throw new NotFound("page");
        return new Dashboard(address);
    }

    @GetMapping("/{provider}/balance")
    @Operation(summary = "Show what lies in the account, by currency")
    Listed<BalanceFact> balance(@PathVariable String idOrSlug, @PathVariable String provider) {
        return new Listed<>(payouts.balance(id(idOrSlug), provider), null);
    }

    /**
     * @param weekday for weekly ones
     * @param day of the month, for monthly ones
     * @param days after an event's end, for after_events
     */
    record Schedule(
            @Schema(example = "after_events") @Nullable String interval,
            @Schema(example = "friday") @Nullable String weekday,
            @Nullable Integer day,
            @Schema(example = "3") @Nullable Integer days) {}

    @PutMapping("/{provider}/schedule")
    @Operation(
            summary = "Set when money goes to the bank: daily, weekly, monthly, manual or after_events",
            description =
                    "After events, what an event brought goes to the bank so many days after it ended, from 0 to 30. Events that are "
                            + "over already are not sent by themselves.")
    Schedule schedule(@PathVariable String idOrSlug, @PathVariable String provider, @RequestBody Schedule wanted) {
        OrganizationId organization = owned(idOrSlug);
        PayoutPlan plan = Schedules.parsed(
                Objects.requireNonNullElse(wanted.interval(), ""),
                Objects.requireNonNullElse(wanted.weekday(), ""),
                wanted.day() == null ? "" : wanted.day().toString(),
                wanted.days() == null ? "" : wanted.days().toString());
        payouts.schedule(organization, provider, plan);
        return new Schedule(wanted.interval(), wanted.weekday(), wanted.day(), plan.daysAfterEvent());
    }

    @GetMapping("/{provider}/releases")
    @Operation(summary = "List what goes to the bank after events, newest first, and why not yet")
    Listed<ReleaseView> releases(
            @PathVariable String idOrSlug,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit) {
        return Listed.of(releases.of(id(idOrSlug), provider, cursor, bounded(limit)));
    }

    @PostMapping("/{provider}/releases/{release}/attempts")
    @Operation(summary = "Try again to send an event’s money, where that failed")
    ReleaseView tryAgain(@PathVariable String idOrSlug, @PathVariable String provider, @PathVariable String release) {
        return releases.tryAgain(owned(idOrSlug), provider, release);
    }

    @GetMapping("/{provider}/payouts")
    @Operation(summary = "List payouts, newest first")
    Listed<PayoutFact> payouts(
            @PathVariable String idOrSlug,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit) {
        return Listed.of(payouts.payouts(id(idOrSlug), provider, cursor, bounded(limit)));
    }

    record Wanted(
            @Schema(example = "{\"amount\": 4800, \"currency\": \"EUR\"}") @Nullable
            Money amount) {}

    @PostMapping("/{provider}/payouts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Send what is available to the bank now; the same Idempotency-Key makes one payout")
    PayoutFact payOut(
            @PathVariable String idOrSlug,
            @PathVariable String provider,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wanted wanted) {
        OrganizationId organization = owned(idOrSlug);
        if (wanted.amount() == null || !wanted.amount().isPositive()) throw InvalidInput.at("amount", "required");
        String once = key == null ? io.marquee.kernel.Ids.next().toString() : key;
        return payouts.payOut(organization, provider, wanted.amount(), once);
    }

    @GetMapping("/{provider}/payouts/{payout}")
    @Operation(summary = "Show a payout")
    PayoutFact payout(@PathVariable String idOrSlug, @PathVariable String provider, @PathVariable String payout) {
        return payouts.payout(id(idOrSlug), provider, payout);
    }

    @GetMapping("/{provider}/transactions")
    @Operation(summary = "List what moved the account, newest first; of one kind, or what one payout took")
    Listed<TransactionFact> transactions(
            @PathVariable String idOrSlug,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String payout,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit) {
        return Listed.of(payouts.transactions(owned(idOrSlug), provider, kind(kind), payout, cursor, bounded(limit)));
    }

    private static @Nullable Kind kind(String word) {
        if (word.isEmpty()) return null;
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.OTHER && Wire.name(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("kind", "choice"));
    }

    @GetMapping("/{provider}/transfers")
    @Operation(summary = "List what the operator passed on to the account, newest first")
    Listed<TransferFact> transfers(
            @PathVariable String idOrSlug,
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit) {
        return Listed.of(payouts.transfers(id(idOrSlug), provider, cursor, bounded(limit)));
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    /** Who is no owner hears that first, and nothing of what they wrote. */
    private OrganizationId owned(String idOrSlug) {
        OrganizationId organization = id(idOrSlug);
        access.require(Permission.MANAGE_MONEY, organization);
        return organization;
    }

    private OrganizationId id(String idOrSlug) {
        return organizations.find(idOrSlug).id();
    }
}
