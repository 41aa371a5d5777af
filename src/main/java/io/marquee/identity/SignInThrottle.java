package io.marquee.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords or lets us send mails. Counted on each node by itself: with several nodes a guesser
 * gets that many times more tries, which is still far too few.
 */
@Component
class SignInThrottle {
    private final Limit guessesOnAccount = new Limit(10, Duration.ofMinutes(15));
    private final Limit guessesFromAddress = new Limit(50, Duration.ofMinutes(15));
    private final Limit mailsToAccount = new Limit(5, Duration.ofMinutes(30));
    private final Limit mailsFromAddress = new Limit(40, Duration.ofMinutes(30));
    private final Limit accountsFromAddress = new Limit(60, Duration.ofHours(1));

    /** Takes one guess away; {@link #guessedRight} gives it back. @throws IdentityRefused.TooManyTries */
    void guess(String account, Client client) {
        guessesFromAddress.take(client.address());
        guessesOnAccount.take(account);
    }

    void guessedRight(String account, Client client) {
        guessesFromAddress.giveBack(client.address());
        guessesOnAccount.giveBack(account);
    }

    /** Before a mail that somebody asks for without being signed in. @throws IdentityRefused.TooManyTries */
    void mail(String account, Client client) {
        mailsFromAddress.take(client.address());
        mailsToAccount.take(account);
    }

    /** Before an account is made. @throws IdentityRefused.TooManyTries */
    void account(Client client) {
        accountsFromAddress.take(client.address());
    }

    /** So many within the time, for each key; it grows back evenly. */
    private record Limit(LoadingCache<String, Bucket> buckets) {
        private static final int KEYS = 100_000;

        Limit(int times, Duration within) {
            this(Caffeine.newBuilder()
                    .maximumSize(KEYS)
                    .expireAfterAccess(within)
                    .build(key -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(times).refillGreedy(times, within))
                            .build()));
        }

        void take(String key) {
            ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                throw new IdentityRefused.TooManyTries(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            }
        }

        void giveBack(String key) {
            buckets.get(key).addTokens(1);
        }
    }
}
