package io.marquee.waitingroom;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Waiting rooms among the metrics: every node tells of all of them, so take the greatest and not the sum. */
@Component
class RoomFigures {
    RoomFigures(MeterRegistry meters, OpenRooms open) {
        Gauge.builder("marquee.waiting.room.waiting", open, OpenRooms::waiting)
                .description("People who have a place in a waiting room and are not called yet")
                .register(meters);
        Gauge.builder(
                        "marquee.waiting.room.open",
                        open,
                        rooms -> rooms.admitting().size())
                .description("Waiting rooms that call places")
                .register(meters);
    }
}
