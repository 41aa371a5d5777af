package io.marquee.ordering;

/** Modules above say for which orders money need not be taken yet: those that decide later what is taken. */
public interface Reserving {

    /** Whether all that the order costs need only be set aside, and is decided about before banks let go of it. */
    boolean reserves(OrderView order);

    /** Whether nothing need be set aside either: a method of payment is kept, and charged for what is decided. */
    boolean keeps(OrderView order);
}
