package io.marquee.checkin.web;

import io.marquee.platform.web.Chart;
import io.marquee.platform.web.Stat;
import java.util.List;

/**
 * The door, live.
 *
 * @param chart who came in, minute by minute
 * @param refresh where the part that moves comes from
 */
public record LivePage(DoorNav nav, List<Stat> stats, Chart chart, List<Gate> gates, String refresh) {

    /** A gate. @param pace "4.2 a minute" */
    public record Gate(String name, String in, String out, String pace, boolean queue) {}
}
