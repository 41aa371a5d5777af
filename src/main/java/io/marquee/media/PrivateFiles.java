package io.marquee.media;

import io.marquee.kernel.Ids;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that are not for everybody. Whoever keeps a file's id decides who may have it, and makes them a link; whoever has the link
 * has the file, for a few minutes.
 */
@Component
public class PrivateFiles {
    /** Long enough to click, and to go on with what broke off. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final ObjectStore store;
    private final Signatures signatures;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Acting acting;
    private final Clock clock;

    PrivateFiles(
            ObjectStore store,
            Signatures signatures,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Acting acting,
            Clock clock) {
        this.store = store;
        this.signatures = signatures;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * Puts a file away, and never inside a transaction. It stays for a day unless {@link #name} gives it a row.
     *
     * @throws MediaRefused.StoreDown
     */
    public PrivateFile put(String name, String type, byte[] content) {
        PrivateFile file = new PrivateFile(Ids.next(), name, type, content.length);
        store.put(Keys.privately(file.id()), type, content);
        return file;
    }

    /** Keeps it, in the transaction of whoever keeps its id. @param organization whose it is; null for a person's own */
    public void name(PrivateFile file, @Nullable OrganizationId organization) {
        int rows = jdbc.sql("""
                        insert into media.files (id, organization_id, name, type, bytes, created_at) values (?, ?, ?, ?, ?, ?)
                        """)
                .param(file.id())
                .param(organization == null ? null : organization.value())
                .params(file.name(), file.type(), file.bytes(), Timestamp.from(clock.instant()))
                .update();
        if (rows != 1) throw new IllegalStateException("the file was not written");
    }

    /** In the transaction of whoever kept its id; the file itself goes afterwards. */
    public void remove(UUID file) {
        int rows = jdbc.sql("delete from media.files where id = ?").param(file).update();
        if (rows != 1) throw new IllegalStateException("there is no such file, or it is somebody else's");
    }

    /** Whoever calls has decided that the actor may have it. */
    public SignedLink link(UUID file) {
        return signatures.link(file, LIFE);
    }

    /** @throws NotFound where the link is over, or somebody made it up, or the file is gone */
    public PrivateFile linked(UUID id, long until, String proof) {
        if (!signatures.isGood(id, until, proof)) throw new NotFound("page");
        PrivateFile file = acting.asPlatform(() ->
                transaction.execute(status -> jdbc.sql("select id, name, type, bytes from media.files where id = ?")
                        .param(id)
                        .query((row, n) -> new PrivateFile(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getLong(4)))
                        .optional()
                        .orElse(null)));
        if (file == null) throw new NotFound("page");
        return file;
    }

    /** What is in it; to be closed, and not inside a transaction. @throws NotFound. @throws MediaRefused.StoreDown */
    public StoredFile open(PrivateFile file) {
        StoredFile found = store.open(Keys.privately(file.id()));
        if (found == null) throw new NotFound("page");
        return found;
    }
}
