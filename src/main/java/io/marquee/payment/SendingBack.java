package io.marquee.payment;

import io.marquee.payment.provider.ChargeRef;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.RefundFact;
import io.marquee.payment.provider.RefundRequest;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends money back that is in a provider's books, and that no payment of ours stands for. */
@Component
class SendingBack {
    private final Discrepancies discrepancies;
    private final Providers providers;
    private final PaymentAgenda agenda;
    private final TransactionTemplate transaction;
    private final Acting acting;

    SendingBack(
            Discrepancies discrepancies,
            Providers providers,
            PaymentAgenda agenda,
            TransactionTemplate transaction,
            Acting acting) {
        this.discrepancies = discrepancies;
        this.providers = providers;
        this.agenda = agenda;
        this.transaction = transaction;
        this.acting = acting;
    }

    /** @return when to ask again, or null when it is decided */
    @Nullable
    Instant of(UUID id) {
        DiscrepancyView found = acting.asPlatform(() -> discrepancies.byId(id));
        if (found.state() != DiscrepancyState.REFUNDING) return null;
        ChargeRef charge = new ChargeRef(Objects.requireNonNull(found.charge()), found.account());
        try {
            RefundFact fact = providers
                    .named(found.provider())
                    .refund(new RefundRequest(key(found), charge, Objects.requireNonNull(found.amount())));
            return switch (fact.standing()) {
                case PROCESSING -> agenda.nextLook(found.seenAt());
                case SUCCEEDED -> move(found, DiscrepancyState.REFUNDED, String.valueOf(fact.ref()));
                case FAILED -> move(found, DiscrepancyState.OPEN, String.valueOf(fact.failureCode()));
            };
        } catch (ProviderUnreachable unreachable) {
            return agenda.nextLook(found.seenAt());
        } catch (ProviderDenied denied) {
            return move(found, DiscrepancyState.OPEN, denied.code());
        }
    }

    /** Another for each time that somebody decided to send it back: under the same one a refund that failed stays failed. */
    private static String key(DiscrepancyView found) {
        long tries = found.moves().stream()
                .filter(move -> move.to() == DiscrepancyState.REFUNDING)
                .count();
        return "discrepancy-" + found.id() + (tries > 1 ? "-" + tries : "");
    }

    private @Nullable Instant move(DiscrepancyView found, DiscrepancyState to, String note) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> discrepancies.move(found, to, note)));
        return null;
    }
}
