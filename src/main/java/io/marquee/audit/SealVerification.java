package io.marquee.audit;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes along every chain as it stands in the database, and finds the first seal of each that is broken. */
final class SealVerification {
    private static final int ROWS_AT_ONCE = 5000;
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Connection connection;
    private final byte[] key;
    private int seals;

    /** @param connection that sees every row, and is in no transaction of anybody's */
    SealVerification(Connection connection, byte[] key) {
        this.connection = connection;
        this.key = key;
    }

    /** @param sealedAt null where the seal itself is missing */
    record Broken(UUID chain, int number, @Nullable Instant sealedAt, String why) {}

    /** How many were looked at. */
    int seals() {
        return seals;
    }

    List<Broken> run() throws SQLException {
        List<Broken> broken = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement looking = connection.createStatement();
                Statement along = connection.createStatement()) {
            // one picture of all of it, whatever is being sealed meanwhile
            looking.execute("set transaction isolation level repeatable read read only");
            along.setFetchSize(ROWS_AT_ONCE);
            try (Leaves leaves = new Leaves(along)) {
                seals(looking, leaves, broken);
            }
            personal(looking, broken);
        } finally {
            connection.rollback();
        }
        return broken;
    }

    private void seals(Statement looking, Leaves leaves, List<Broken> broken) throws SQLException {
        UUID chain = null;
        int number = 0;
        byte[] before = SealHash.NOTHING_BEFORE;
        looking.setFetchSize(ROWS_AT_ONCE);
        try (ResultSet rows = looking.executeQuery(
                "select chain, number, entries, hash, sealed_at from audit.seals order by chain, number")) {
            while (rows.next()) {
                seals++;
                UUID next = rows.getObject(1, UUID.class);
                if (!next.equals(chain)) {
                    chain = next;
                    number = 0;
                    before = SealHash.NOTHING_BEFORE;
                }
                number++;
                Instant at = rows.getTimestamp(5).toInstant();
                int found = rows.getInt(2);
                SealHash hash = new SealHash(key, next, found, before);
                leaves.skipTo(next, found, broken);
                leaves.addTo(hash, next, found);
                before = rows.getBytes(4);
                String why = found != number
                        ? "the seal is missing"
                        : hash.leaves() != rows.getInt(3)
                                ? "it was made of " + rows.getInt(3) + " entries, and there are " + hash.leaves()
                                : MessageDigest.isEqual(hash.sum(), before) ? "" : "an entry or the seal was changed";
                if (!why.isEmpty()) first(new Broken(next, number, found == number ? at : null, why), broken);
            }
        }
        leaves.skipTo(AFTER_ALL, Integer.MAX_VALUE, broken);
    }

    /** Of each chain the first alone: what comes after a broken seal is broken by it. */
    private static void first(Broken one, List<Broken> broken) {
        if (broken.stream().noneMatch(known -> known.chain.equals(one.chain))) broken.add(one);
    }

    /** What is apart is not in the chain, which has only its sum: what was erased is missing, and nothing may differ. */
    private static void personal(Statement looking, List<Broken> broken) throws SQLException {
        try (ResultSet rows = looking.executeQuery("""
                select e.chain, coalesce(e.seal, 0) from audit.entries e
                cross join lateral jsonb_path_query(e.diff, '$.*[*] ? (exists (@.ref))') apart
                join audit.personal p on p.id = (apart ->> 'ref')::uuid
                where encode(sha256(convert_to(p.salt || p.value, 'UTF8')), 'hex') <> apart ->> 'sum'
                order by 1, 2
                """)) {
            while (rows.next()) {
                first(
                        new Broken(
                                rows.getObject(1, UUID.class),
                                rows.getInt(2),
                                null,
                                "a value that is kept apart was changed"),
                        broken);
            }
        }
    }

    private record Leaf(UUID chain, int seal, byte[] sum) {}

    /** Those that claim to be sealed, in the order of the seals. */
    private static final class Leaves implements AutoCloseable {
        private final ResultSet rows;
        private @Nullable Leaf ahead;

        Leaves(Statement statement) throws SQLException {
            rows = statement.executeQuery(
                    "select chain, seal, sum from audit.leaves where seal is not null order by chain, seal, id");
            ahead = read();
        }

        private @Nullable Leaf read() throws SQLException {
            return rows.next() ? new Leaf(rows.getObject(1, UUID.class), rows.getInt(2), rows.getBytes(3)) : null;
        }

        /** Leaves before this seal name seals that there are not. */
        void skipTo(UUID chain, int seal, List<Broken> broken) throws SQLException {
            while (ahead != null && isBefore(ahead, chain, seal)) {
                first(new Broken(ahead.chain, ahead.seal, null, "the seal is missing"), broken);
                ahead = read();
            }
        }

        /** As PostgreSQL orders them: bytes without a sign. */
        private static boolean isBefore(Leaf leaf, UUID chain, int seal) {
            int order = leaf.chain.toString().compareTo(chain.toString());
            return order < 0 || order == 0 && leaf.seal < seal;
        }

        void addTo(SealHash hash, UUID chain, int seal) throws SQLException {
            while (ahead != null && ahead.chain.equals(chain) && ahead.seal == seal) {
                hash.add(ahead.sum);
                ahead = read();
            }
        }

        @Override
        public void close() throws SQLException {
            rows.close();
        }
    }
}
