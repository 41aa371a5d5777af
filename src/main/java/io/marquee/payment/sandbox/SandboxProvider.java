package io.marquee.payment.sandbox;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.CaptureRequest;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.Standing;
import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ChargeRequest;
import io.marquee.payment.provider.Charging;
import io.marquee.payment.provider.DisputeDesk;
import io.marquee.payment.provider.ForgedWebhook;
import io.marquee.payment.provider.NextAction;
import io.marquee.payment.provider.Notice;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.PayoutAccounts;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.RefundFact;
import io.marquee.payment.provider.RefundRequest;
import io.marquee.payment.provider.SavedMethods;
import io.marquee.payment.provider.WebhookCall;
import io.marquee.payment.sandbox.SandboxDisputes.SandboxDispute;
import io.marquee.payment.sandbox.SandboxRefunds.SandboxRefund;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our side of the sandbox: asks it as we would ask another company, and puts its answers into our words. */
@Component
class SandboxProvider implements PaymentProvider {
    static final String NAME = "sandbox";

    private final SandboxServer server;
    private final SandboxRefunds refunds;
    private final SandboxStatement statement;
    private final SandboxSignature signature;
    private final SandboxPayoutAccounts accounts;
    private final SandboxDesk desk;
    private final SandboxMethods methods;
    private final Settings settings;
    private final Acting acting;
    private final JsonMapper json = JsonMapper.shared();

    SandboxProvider(
            SandboxServer server,
            SandboxRefunds refunds,
            SandboxStatement statement,
            SandboxSignature signature,
            SandboxPayoutAccounts accounts,
            SandboxDesk desk,
            SandboxMethods methods,
            Settings settings,
            Acting acting) {
        this.server = server;
        this.refunds = refunds;
        this.statement = statement;
        this.signature = signature;
        this.accounts = accounts;
        this.desk = desk;
        this.methods = methods;
        this.settings = settings;
        this.acting = acting;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.REDIRECT,
                Capability.SAVED_METHODS,
                Capability.PARTIAL_REFUND,
                Capability.AUTHORISE_AND_CAPTURE,
                Capability.SET_UP,
                Capability.PAYOUTS);
    }

    /** In the account of the organization that has one; play money needs none. */
    @Override
    public Charging charging() {
        return Charging.DIRECT;
    }

    @Override
    public boolean requiresAccount() {
        return false;
    }

    @Override
    public PayoutAccounts payoutAccounts() {
        return accounts;
    }

    @Override
    public DisputeDesk disputeDesk() {
        return desk;
    }

    @Override
    public SavedMethods savedMethods() {
        return methods;
    }

    @Override
    public boolean offered() {
        return settings.sandbox();
    }

    @Override
    public void check(String method) {
        if (TestCard.of(method).isEmpty() && !method.matches("pm_[0-9a-f]{32}")) {
            throw InvalidInput.at("method", "unknown_test_card");
        }
    }

    @Override
    public ChargeFact start(ChargeRequest request) {
        return acting.asPlatform(() -> fact(server.start(request)));
    }

    @Override
    public ChargeFact charge(ChargeRef ref) {
        return asked(() -> fact(server.charge(ref.id())));
    }

    @Override
    public ChargeFact cancel(ChargeRequest request, @Nullable ChargeRef ref) {
        return asked(() -> fact(ref == null ? server.cancel(request) : server.cancel(ref.id())));
    }

    @Override
    public ChargeFact release(ChargeRef ref) {
        return asked(() -> fact(server.release(ref.id())));
    }

    @Override
    public ChargeFact capture(CaptureRequest request) {
        return asked(() -> fact(server.capture(request.charge().id(), request.amount())));
    }

    @Override
    public RefundFact refund(RefundRequest request) {
        return asked(() -> fact(refunds.refund(request)));
    }

    /** What a page of ours does not find, a provider says no to. */
    private <T> T asked(Supplier<T> question) {
        try {
            return acting.asPlatform(question);
        } catch (NotFound unknown) {
            throw new ProviderDenied("There is no such charge.", unknown);
        }
    }

    private static RefundFact fact(SandboxRefund refund) {
        RefundFact.Standing standing = switch (refund.state()) {
            case PENDING -> RefundFact.Standing.PROCESSING;
            case PAID_BACK -> RefundFact.Standing.SUCCEEDED;
            case FAILED -> RefundFact.Standing.FAILED;
        };
        return new RefundFact(refund.id(), refund.key(), standing, refund.amount(), refund.failureCode());
    }

    @Override
    public Stream<ChargeFact> charges(@Nullable String account, Instant from, Instant until) {
        return Stream.iterate(
                        page(account, from, until, ""),
                        page -> !page.isEmpty(),
                        page -> page(
                                account,
                                from,
                                until,
                                String.valueOf(page.getLast().ref())))
                .flatMap(List::stream);
    }

    private List<ChargeFact> page(@Nullable String account, Instant from, Instant until, String after) {
        return acting.asPlatform(() -> statement.page(account, from, until, after).stream()
                .map(this::fact)
                .toList());
    }

    @Override
    public Notice read(WebhookCall call) {
        signature.verify(call.header().apply(SandboxSignature.HEADER), call.body());
        try {
            JsonNode event = json.readTree(call.body());
            return new Notice(
                    event.path("id").asString(""),
                    event.path("type").asString(""),
                    word(event, "reference"),
                    word(event, "account"),
                    word(event, "object"));
        } catch (JacksonException e) {
            throw new ForgedWebhook("no JSON");
        }
    }

    private static @Nullable String word(JsonNode event, String name) {
        String word = event.path("data").path(name).asString("");
        return word.isEmpty() ? null : word;
    }

    private ChargeFact fact(SandboxCharge charge) {
        return fact(statement.of(charge));
    }

    private ChargeFact fact(SandboxStatement.Entry entry) {
        SandboxCharge charge = entry.charge();
        return new ChargeFact(
                charge.id(),
                charge.reference(),
                standing(charge),
                charge.amount(),
                null,
                action(charge),
                failureCode(charge),
                entry.refunds().stream().map(SandboxProvider::fact).toList(),
                entry.disputes().stream().map(SandboxDispute::fact).toList(),
                charge.setsUp() && charge.state() == ChargeState.AUTHORISED ? server.kept(charge) : null);
    }

    private static Standing standing(SandboxCharge charge) {
        return switch (charge.state()) {
            case OPEN, NEEDS_AUTHENTICATION -> Standing.REQUIRES_ACTION;
            case PROCESSING -> Standing.PROCESSING;
            case AUTHORISED -> Standing.AUTHORISED;
            case PAID -> Standing.SUCCEEDED;
            case DECLINED -> Standing.FAILED;
            case CANCELLED, EXPIRED -> Standing.CANCELLED;
        };
    }

    private @Nullable NextAction action(SandboxCharge charge) {
        String page = settings.baseUrl() + "/sandbox/pay/" + charge.id();
        return switch (charge.state()) {
            case OPEN -> new NextAction.Redirect(page);
            case NEEDS_AUTHENTICATION -> new NextAction.Redirect(page + "/authentication");
            case PROCESSING, AUTHORISED, PAID, DECLINED, CANCELLED, EXPIRED -> null;
        };
    }

    private static @Nullable String failureCode(SandboxCharge charge) {
        return switch (charge.state()) {
            case DECLINED -> charge.declineCode();
            case CANCELLED -> "cancelled";
            case EXPIRED -> "expired";
            case OPEN, NEEDS_AUTHENTICATION, PROCESSING, AUTHORISED, PAID -> null;
        };
    }
}
