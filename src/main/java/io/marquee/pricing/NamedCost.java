package io.marquee.pricing;

/** A line that was priced, with the name that people know it by. */
public interface NamedCost {
    String name();

    QuoteLine cost();
}
