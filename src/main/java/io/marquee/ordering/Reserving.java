package io.marquee.ordering;

/** Modules above say for which orders money need only be reserved: those that decide later what is taken of it. */
public interface Reserving {

    /** Whether all that the order costs need only be set aside, and is decided about before banks let go of it. */
    boolean reserves(OrderView order);
}
