package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An event's sales and door in a handful of numbers. Whoever asks has decided that the viewer may know. */
@Component
public class EventPulse {
    private final TicketTypeReads types;
    private final TicketReads tickets;
    private final OrderFigures figures;
    private final Acting acting;

    EventPulse(TicketTypeReads types, TicketReads tickets, OrderFigures figures, Acting acting) {
        this.types = types;
        this.tickets = tickets;
        this.figures = figures;
        this.acting = acting;
    }

    /**
     * The numbers at one moment.
     *
     * @param size of all stock, the event's capacity at most
     * @param held tickets in checkouts
     * @param takings by currency; empty while nothing was bought
     * @param latest the newest order
     */
    public record Beat(
            int size,
            int sold,
            int held,
            int checkedIn,
            List<OrderFigures.Takings> takings,
            @Nullable OrderId latest) {}

    @Transactional(readOnly = true)
    public Beat of(EventView event) {
        return acting.asSystem(event.organization(), () -> {
            List<TicketTypeView> all = types.all(event.id());
            Integer capacity = event.details().capacity();
            int size = sum(all, type -> type.archived() ? type.sold() + type.held() : type.size());
            return new Beat(
                    capacity == null ? size : Math.min(size, capacity),
                    sum(all, TicketTypeView::sold),
                    sum(all, TicketTypeView::held),
                    tickets.checkedIn(event.id()),
                    figures.takings(event.id()),
                    figures.latest(event.id()));
        });
    }

    private static int sum(List<TicketTypeView> types, ToIntFunction<TicketTypeView> number) {
        return types.stream().mapToInt(number).sum();
    }
}
