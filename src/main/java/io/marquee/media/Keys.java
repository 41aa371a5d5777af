package io.marquee.media;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What files are called where they lie: {@code 9f/3c/<id>/800.jpg} is an image, {@code private/<id>} is none. */
final class Keys {
    /** What is being written, and what was while somebody pulled the plug. */
    static final String PARTS = "parts";

    /** What the doctor tries. */
    static final String TRIALS = "trials";

    /** Whose the store is. */
    static final String INSTALLATION = "installation";

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern IMAGE = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{2}/" + ID + "/[0-9]{3,4}\\.jpg");
    private static final Pattern PRIVATE = Pattern.compile("private/" + ID);
    private static final Pattern PASSING = Pattern.compile("(" + PARTS + "|" + TRIALS + ")/[^/]+");

    private Keys() {}

    /** The folders come from the end of the id, which is random; its beginning is the time. */
    static String image(UUID id, int width) {
        String name = id.toString();
        int end = name.length();
        return name.substring(end - 2) + "/" + name.substring(end - 4, end - 2) + "/" + name + "/" + width + ".jpg";
    }

    static String privately(UUID id) {
        return "private/" + id;
    }

    static boolean isImage(String key) {
        return IMAGE.matcher(key).matches();
    }

    /** What nobody has a row of, and nobody misses a day later. */
    static boolean isPassing(String key) {
        return PASSING.matcher(key).matches();
    }

    /** Whose file it is, or null where it is not one of ours that has a row. */
    static @Nullable UUID owner(String key) {
        Matcher image = IMAGE.matcher(key);
        if (image.matches()) return UUID.fromString(image.group(1));
        Matcher file = PRIVATE.matcher(key);
        return file.matches() ? UUID.fromString(file.group(1)) : null;
    }
}
