package io.marquee.proof;

import io.marquee.testing.RawHttp.Reply;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom {@link AccessTable} tells apart, in the order of its columns. */
enum Role {
    ANONYMOUS(null, null),
    STRANGER(null, null),
    OWNER("owner", null),
    ADMIN("admin", null),
    MEMBER("member", null),
    VIEWER("viewer", null),
    EVENT_ADMIN(null, "admin"),
    EVENT_VIEWER(null, "viewer"),
    EDITOR(null, "viewer", "edit"),
    GUESTS(null, "viewer", "guests"),
    ORDERS(null, "viewer", "orders"),
    STAFF(null, "staff"),
    ADMINISTRATOR(null, null),
    HOLD_TOKEN(null, null);

    final @org.jspecify.annotations.Nullable String organization;
    final @org.jspecify.annotations.Nullable String event;
    final Set<String> grants;

    private static final Pattern SIGN_IN = Pattern.compile("(?mi)^location: (https?://[^/\r\n]*)?/login\\?");

    Role(
            @org.jspecify.annotations.Nullable String organization,
            @org.jspecify.annotations.Nullable String event,
            String... grants) {
        this.organization = organization;
        this.event = event;
        this.grants = Set.of(grants);
    }

    /** o: done, shown or led on; l: asked to sign in; f: forbidden; n: not found; i: the input is refused. */
    static String answer(Reply reply) {
        return switch (reply.status()) {
            case 200, 201, 202, 204, 302, 304, 307 -> "o";
            case 303 -> SIGN_IN.matcher(reply.head()).find() ? "l" : "o";
            case 401 -> "l";
            case 403 -> "f";
            case 404 -> "n";
            default -> reply.status() >= 400 && reply.status() < 500 ? "i" : "<" + reply.status() + ">";
        };
    }
}
