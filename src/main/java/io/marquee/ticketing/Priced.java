package io.marquee.ticketing;

import java.util.List;
import java.util.UUID;

/** A cart with its prices: what the stock is asked for. */
record Priced(List<HoldView.Line> lines, List<Draw> draws) {

    /** So many of a quota, beside what the lines' types draw on. */
    record Draw(UUID quota, int quantity) {}
}
