package io.marquee.checkin;

/** In which way a gate told otherwise than the server. */
public enum ConflictKind {
    /** It let somebody in with a ticket that another scan had used. */
    DOUBLE_ENTRY,
    /** It let somebody in with a ticket that did not count. */
    NOT_VALID,
    /** It sent somebody away whom the server had let in. */
    TURNED_AWAY;

    static ConflictKind of(Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> TURNED_AWAY;
            case ALREADY_IN -> DOUBLE_ENTRY;
            case WRONG_EVENT,
                    WRONG_GATE,
                    OUTSIDE_HOURS,
                    NOT_APPROVED,
                    CANCELLED,
                    REFUNDED,
                    TRANSFERRED,
                    UNKNOWN,
                    FORGED,
                    DEVICE_REVOKED -> NOT_VALID;
        };
    }
}
