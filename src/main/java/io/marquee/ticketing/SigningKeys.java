package io.marquee.ticketing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An organization's keys for its tickets: one signs, and those before it still verify. Made at first use. */
@Component
public class SigningKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final VerifyingKeys verifying;
    private final KeySeal seal;
    private final Access access;
    private final Acting acting;
    private final Clock clock;
    private final Cache<OrganizationId, Signing> signing =
            Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(REMEMBERED).build();

    SigningKeys(JdbcClient jdbc, VerifyingKeys verifying, KeySeal seal, Access access, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.verifying = verifying;
        this.seal = seal;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** A key that signs. */
    record Signing(int id, Ed25519PrivateKeyParameters key) {
        byte[] sign(byte[] message) {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, key);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }
    }

    /**
     * Makes a new key sign from now on, here at once and on other nodes within half a minute. Codes of the old one stay
     * valid.
     */
    @Transactional
    public void rotate(OrganizationId organization) {
        access.require(Permission.MANAGE_OWNERS, organization);
        acting.asSystem(organization, () -> {
            jdbc.sql("""
                            update ticketing.signing_keys set retired_at = ?
                             where organization_id = ? and retired_at is null
                            """)
                    .params(Timestamp.from(clock.instant()), organization.value())
                    .update();
            insert(organization);
            AfterCommit.run(() -> signing.invalidate(organization));
        });
    }

    /** @param retiredAt since when it signs no more; null for the one that signs */
    public record Kept(int id, Instant createdAt, @Nullable Instant retiredAt) {}

    /** All of them, newest first, for owners. */
    @Transactional(readOnly = true)
    public List<Kept> all(OrganizationId organization) {
        access.require(Permission.MANAGE_OWNERS, organization);
        return acting.asSystem(
                organization,
                () -> jdbc.sql("""
                        select id, created_at, retired_at from ticketing.signing_keys
                         where organization_id = ? order by id desc
                        """)
                        .param(organization.value())
                        .query((row, n) -> {
                            Timestamp retired = row.getTimestamp(3);
                            return new Kept(
                                    row.getInt(1),
                                    row.getTimestamp(2).toInstant(),
                                    retired == null ? null : retired.toInstant());
                        })
                        .list());
    }

    /** The public half of a key. @param publicKey 32 bytes */
    public record Verifying(int id, byte[] publicKey) {}

    /** All that the organization ever signed with: codes of each of them are good. Whoever asks has decided who may know. */
    @Transactional(readOnly = true)
    public List<Verifying> verifying(OrganizationId organization) {
        return acting.asSystem(
                organization,
                () -> jdbc.sql(
                                "select id, public_key from ticketing.signing_keys where organization_id = ? order by id")
                        .param(organization.value())
                        .query((row, n) -> new Verifying(row.getInt(1), row.getBytes(2)))
                        .list());
    }

    /** The same for a gate, which is ready before the first ticket is there: the first key is made for it. */
    @Transactional
    public List<Verifying> atGates(OrganizationId organization) {
        current(organization);
        return verifying(organization);
    }

    /** The key that signs now, in the caller's transaction; remembered only once it is committed. */
    Signing current(OrganizationId organization) {
        Signing remembered = signing.getIfPresent(organization);
        return remembered == null ? acting.asSystem(organization, () -> loaded(organization)) : remembered;
    }

    private Signing loaded(OrganizationId organization) {
        Signing key = stored(organization).orElseGet(() -> {
            insert(organization);
            return stored(organization).orElseThrow();
        });
        AfterCommit.run(() -> {
            signing.put(organization, key);
            verifying.remember(key.id(), key.key().generatePublicKey());
        });
        return key;
    }

    private Optional<Signing> stored(OrganizationId organization) {
        return jdbc.sql("""
                        select id, sealed_private_key from ticketing.signing_keys
                         where organization_id = ? and retired_at is null
                        """)
                .param(organization.value())
                .query((row, n) -> new Signing(
                        row.getInt(1), new Ed25519PrivateKeyParameters(seal.open(row.getBytes(2), organization), 0)))
                .optional();
    }

    /** Of two at once the second finds the first one's. */
    private void insert(OrganizationId organization) {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(RANDOM);
        jdbc.sql("""
                        insert into ticketing.signing_keys (organization_id, public_key, sealed_private_key, created_at)
                        values (?, ?, ?, ?)
                        on conflict (organization_id) where retired_at is null do nothing
                        """)
                .params(
                        organization.value(),
                        key.generatePublicKey().getEncoded(),
                        seal.seal(key.getEncoded(), organization),
                        Timestamp.from(clock.instant()))
                .update();
    }
}
