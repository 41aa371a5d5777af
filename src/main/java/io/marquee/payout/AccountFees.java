package io.marquee.payout;

import io.marquee.kernel.Money;
import io.marquee.ledger.Cause;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Posting.About;
import io.marquee.ledger.Postings;
import io.marquee.payment.provider.TransactionFact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what a provider takes from an account by itself: no payment tells of it. */
@Component
class AccountFees {
    private final Ledger ledger;

    AccountFees(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Each once, however often it is told. @return how many were not booked before */
    @Transactional
    public int told(PayoutAccountView of, String account, List<TransactionFact> facts) {
        Set<UUID> known = ledger.posted(
                Cause.Kind.ACCOUNT_FEE,
                facts.stream().map(fact -> id(of, account, fact)).toList());
        List<Posting> anew = new ArrayList<>();
        for (TransactionFact fact : facts) {
            UUID id = id(of, account, fact);
            Money taken = Money.zero(fact.net().currency()).minus(fact.net());
            About about = new About(of.organization(), null, null, of.provider(), fact.createdAt());
            if (!known.contains(id)) {
                anew.add(Postings.accountFee(about, id, taken));
            }
        }
        ledger.post(anew);
        return anew.size();
    }

    private static UUID id(PayoutAccountView of, String account, TransactionFact fact) {
        String name = String.join("/", of.provider(), account, fact.ref());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
