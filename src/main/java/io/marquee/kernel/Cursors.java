package io.marquee.kernel;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places in lists that are named by the id of what stands there. */
public final class Cursors {
    /** Java's own parser also takes what no list of ours has said, such as 1-1-1-1-1. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Cursors() {}

    /** @return null at the beginning @throws InvalidInput at {@code cursor} */
    public static @Nullable UUID id(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) return null;
        else if (ID.matcher(cursor).matches()) return UUID.fromString(cursor);
        else throw InvalidInput.at("cursor", "cursor");
    }
}
