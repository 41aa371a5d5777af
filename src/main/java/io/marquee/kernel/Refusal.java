package io.marquee.kernel;

import java.util.List;
import java.util.Map;

/**
 * A request that we understood and decline, for a reason the other side can act on. Each module has its own sealed
 * subtypes. One place turns it into problem+json, another into a page or a fragment; the words come from the message
 * bundle under {@code refusal.<code>} with {@link #arguments()}.
 */
public abstract class Refusal extends RuntimeException {

    /** What kind of answer it is; each has its HTTP status. */
    public enum Kind {
        INVALID(422),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;

    /**
     * @param code stable, lower case with underscores: part of the API
     * @param arguments for the message of this code
     */
    protected Refusal(Kind kind, String code, Object... arguments) {
        super(code + " " + List.of(arguments), null, false, false);
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public final Kind kind() {
        return kind;
    }

    public final String code() {
        return code;
    }

    public final List<Object> arguments() {
        return arguments;
    }

    /** Machine-readable facts that go into the problem document beside the words, such as {@code left}. */
    public Map<String, Object> facts() {
        return Map.of();
    }
}
