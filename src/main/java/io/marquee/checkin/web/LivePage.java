package io.marquee.checkin.web;

import io.marquee.platform.web.Chart;
import io.marquee.platform.web.Stat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The door, live.
 *
 * @param gate whose minutes are shown; null for those of all together
 * @param chart who came in and who went out, minute by minute
 * @param minutes the last of them, newest first
 * @param all the way back to all gates
 * @param refresh where the part that moves comes from
 */
public record LivePage(
        DoorNav nav,
        List<Stat> stats,
        @Nullable String gate,
        Chart chart,
        List<Minute> minutes,
        List<Gate> gates,
        String all,
        String refresh) {

    public record Minute(String at, String in, String out) {}

    /** A gate. @param pace "4.2 a minute" @param address its minutes */
    public record Gate(String name, String in, String out, String pace, boolean queue, String address) {
        /** The same from one moment to the next: the keyboard stays where it is. */
        public String id() {
            return "gate-" + UriUtils.encode(name, StandardCharsets.UTF_8);
        }
    }
}
