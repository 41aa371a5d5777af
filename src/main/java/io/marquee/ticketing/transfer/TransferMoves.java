package io.marquee.ticketing.transfer;

import io.marquee.audit.History;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The moves of transfers, each with its history and its event, in the transaction of whoever decided. */
@Component
class TransferMoves {
    private final TransferRows rows;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferMoves(TransferRows rows, History history, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    TransferView made(TransferView transfer, TicketView ticket) {
        rows.insert(transfer, ticket);
        history.record(subject(transfer), null, transfer.state(), null);
        tell(transfer, transfer.state());
        return Objects.requireNonNull(rows.byId(transfer.id()));
    }

    /** @throws TransferRefused when somebody decided before */
    TransferView decide(TransferView offer, TransferState to) {
        boolean moved = rows.decide(offer.id(), to, clock.instant());
        TransferView now = Objects.requireNonNull(rows.byId(offer.id()));
        if (!moved) throw new TransferRefused.Decided(now.state());
        history.record(subject(offer), TransferState.OFFERED, to, null);
        tell(offer, to);
        return now;
    }

    private void tell(TransferView transfer, TransferState to) {
        events.publishEvent(
                new TransferMoved(transfer.id(), transfer.event(), transfer.organization(), to, clock.instant()));
    }

    private static History.Subject subject(TransferView transfer) {
        return new History.Subject("transfer", transfer.id().value(), transfer.organization(), transfer.event());
    }
}
