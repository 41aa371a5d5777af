package io.marquee.planning;

/** What an event can reach. */
public enum Milestone {
    FIRST_SALE,
    HALF_SOLD,
    SOLD_OUT;

    boolean isReached(int sold, int size) {
        return switch (this) {
            case FIRST_SALE -> sold > 0;
            case HALF_SOLD -> size > 1 && 2L * sold >= size;
            case SOLD_OUT -> size > 0 && sold >= size;
        };
    }
}
