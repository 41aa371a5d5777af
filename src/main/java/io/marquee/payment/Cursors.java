package io.marquee.payment;

import io.marquee.kernel.InvalidInput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in lists that are named by the id of what stands there. */
final class Cursors {
    private Cursors() {}

    /** @throws InvalidInput at {@code cursor} */
    static @Nullable UUID id(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at("cursor", "cursor");
        }
    }
}
