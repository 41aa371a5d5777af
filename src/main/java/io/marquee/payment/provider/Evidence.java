package io.marquee.payment.provider;

/** What speaks for the seller in a dispute. */
public enum Evidence {
    CUSTOMER_NAME(Kind.LINE),
    CUSTOMER_EMAIL(Kind.LINE),
    SERVICE_DATE(Kind.LINE),
    PRODUCT_DESCRIPTION(Kind.TEXT),
    /** When the buyer opened mails, downloaded tickets, was admitted. */
    ACCESS_ACTIVITY(Kind.TEXT),
    REFUND_POLICY_SHOWN(Kind.TEXT),
    REFUND_REFUSED_BECAUSE(Kind.TEXT),
    MORE(Kind.TEXT),
    RECEIPT(Kind.FILE),
    COMMUNICATION(Kind.FILE),
    SERVICE_DOCUMENTATION(Kind.FILE),
    REFUND_POLICY(Kind.FILE),
    MORE_FILE(Kind.FILE);

    /** The longest text that is taken, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    public static final int LONGEST_LINE = 500;

    private final Kind kind;

    Evidence(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public enum Kind {
        LINE,
        TEXT,
        FILE
    }
}
