package io.marquee.identity;

import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets in mailed links: each is used once at most. Who calls has a transaction and acts as the platform. */
@Component
class OneTimeTokens {
    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a token is for, and how long it is good. */
    enum Purpose {
        VERIFY(Duration.ofDays(3)),
        SIGN_IN(Duration.ofMinutes(15)),
        RESET(Duration.ofMinutes(60)),
        SETUP(Duration.ofDays(7));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    /** @param person null for {@link Purpose#SETUP}, whose account does not exist yet */
    record Issued(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    Issued issue(Purpose purpose, @Nullable PersonId person) {
        SecretToken token = SecretToken.next("");
        Instant now = clock.instant();
        Instant expires = now.plus(purpose.life);
        jdbc.sql("""
                        insert into identity.one_time_tokens (token_hash, purpose, person_id, created_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(token.hash())
                .param(Wire.name(purpose))
                .param(person == null ? null : person.value())
                .param(Timestamp.from(now))
                .param(Timestamp.from(expires))
                .update();
        return new Issued(token.text(), expires);
    }

    /** Whether it could be used now. */
    boolean isGood(Purpose purpose, String token) {
        return jdbc.sql("""
                        select exists (select 1 from identity.one_time_tokens
                        where token_hash = ? and purpose = ? and used_at is null and expires_at > ?)
                        """)
                .param(SecretToken.hash(token))
                .param(Wire.name(purpose))
                .param(Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Whose it is; null for a token that is not good or belongs to nobody. */
    @Nullable
    PersonId owner(Purpose purpose, String token) {
        return jdbc.sql("""
                        select person_id from identity.one_time_tokens
                        where token_hash = ? and purpose = ? and used_at is null and expires_at > ?
                          and person_id is not null
                        """)
                .param(SecretToken.hash(token))
                .param(Wire.name(purpose))
                .param(Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(PersonId::of)
                .orElse(null);
    }

    /** Uses it up. Of two at once one finds it used. @throws IdentityRefused.LinkNotGood */
    void use(Purpose purpose, String token) {
        Instant now = clock.instant();
        int rows = jdbc.sql("""
                        update identity.one_time_tokens set used_at = ?
                        where token_hash = ? and purpose = ? and used_at is null and expires_at > ?
                        """)
                .param(Timestamp.from(now))
                .param(SecretToken.hash(token))
                .param(Wire.name(purpose))
                .param(Timestamp.from(now))
                .update();
        if (rows != 1) {
            throw new IdentityRefused.LinkNotGood();
        }
    }

    /** Makes all links to the person's account useless: whoever holds one may not be them. */
    void useUp(PersonId person) {
        jdbc.sql("update identity.one_time_tokens set used_at = ? where person_id = ? and used_at is null")
                .param(Timestamp.from(clock.instant()))
                .param(person.value())
                .update();
    }

    /** An earlier link for the first administrator ends with a new one. */
    void useUpSetup() {
        jdbc.sql("update identity.one_time_tokens set used_at = ? where purpose = 'setup' and used_at is null")
                .param(Timestamp.from(clock.instant()))
                .update();
    }
}
