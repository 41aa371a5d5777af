package io.marquee.platform.api;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A thing's version as an ETag, and back from {@code If-Match}. */
public final class Etags {
    private static final Pattern TAG = Pattern.compile("\"v(\\d{1,9})\"");
    private static final int NOBODYS = -1;

    private Etags() {}

    public static String of(int version) {
        return "\"v" + version + "\"";
    }

    /**
     * The newest version that the sender knows: versions only go up, so that no other of theirs can be the one there is.
     *
     * @return null where any will do; -1 where they know none of ours
     */
    public static @Nullable Integer known(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) return null;
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .map(TAG::matcher)
                .map(tag -> tag.matches() ? Integer.parseInt(tag.group(1)) : NOBODYS)
                .max(Comparator.naturalOrder())
                .orElse(NOBODYS);
    }
}
