package io.marquee.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door at this moment, some seconds old at most.
 *
 * @param in tickets that came, of {@code of} that may
 * @param present who came and did not leave, as far as exits are scanned
 * @param perMinute who came in, on average of the last ten minutes
 * @param minutesLeft until all who are still expected are in, at this pace; null where nobody comes in just now
 * @param minutes of the last hour, oldest first
 */
public record LiveView(
        int in,
        int of,
        int present,
        double perMinute,
        @Nullable Integer minutesLeft,
        List<Minute> minutes,
        List<Gate> gates) {

    /** How many came in and went out within a minute. */
    public record Minute(Instant at, int in, int out) {
        Minute plus(Minute other) {
            return new Minute(at, in + other.in, out + other.out);
        }
    }

    /**
     * A gate.
     *
     * @param in of the last hour, as {@code out}
     * @param perMinute of the last ten minutes
     * @param queue whether people stand in line: nearly every scan follows the one before within seconds
     * @param minutes of the last hour in which somebody went through, oldest first
     */
    public record Gate(String name, int in, int out, double perMinute, boolean queue, List<Minute> minutes) {}

    /** All minutes of the last hour at one gate. */
    public List<Minute> minutesAt(Gate gate) {
        Map<Instant, Minute> moved = gate.minutes().stream().collect(Collectors.toMap(Minute::at, Function.identity()));
        return minutes.stream()
                .map(minute -> moved.getOrDefault(minute.at(), new Minute(minute.at(), 0, 0)))
                .toList();
    }
}
