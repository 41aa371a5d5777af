package io.marquee.stripe;

import java.io.Serializable;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency keys: the first answer that was begun is the answer, an error too. What never began — a wrong parameter, a
 * limit — leaves no trace.
 */
final class Keys implements Serializable {
    record Saved(int status, String body) implements Serializable {}

    private record Use(String question, @Nullable Saved saved) implements Serializable {}

    private final HashMap<String, Use> uses = new HashMap<>();

    /** @return the answer of the first time, or null when this is the first time */
    @Nullable
    Saved begin(String key, String question) {
        Use use = uses.get(key);
        if (use == null) {
            uses.put(key, new Use(question, null));
            return null;
        }
        if (!use.question.equals(question)) throw Refused.keyReused();
        if (use.saved == null) throw Refused.keyInUse();
        return use.saved;
    }

    void save(String key, String question, Saved saved) {
        uses.put(key, new Use(question, saved));
    }

    void forgetAll() {
        uses.clear();
    }

    void forget(String key) {
        uses.remove(key);
    }
}
