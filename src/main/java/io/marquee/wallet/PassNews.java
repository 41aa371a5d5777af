package io.marquee.wallet;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.platform.jobs.EachAlone;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.RosterEntry;
import io.marquee.ticketing.RosterReads;
import io.marquee.ticketing.TicketId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at events with passes: where they, or tickets of theirs, changed, wallets are told. Tickets by the cursor that gates use, so
 * that nothing is missed.
 */
@Component
class PassNews {
    private static final int PAGE = 500;

    /** Until somebody who does not answer is asked again. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final PassRows rows;
    private final EventReads events;
    private final RosterReads tickets;
    private final PassMaking making;
    private final WalletTellers tellers;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PassNews(
            PassRows rows,
            EventReads events,
            RosterReads tickets,
            PassMaking making,
            WalletTellers tellers,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.tickets = tickets;
        this.making = making;
        this.tellers = tellers;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    void spread() {
        try {
            EachAlone.sum(acting.asPlatform(() -> read(rows::watched)), watched -> {
                acting.asSystem(watched.organization(), () -> look(watched));
                return 1;
            });
        } finally {
            EachAlone.sum(acting.asPlatform(() -> read(() -> rows.untold(clock.instant(), PAGE))), this::tell);
        }
    }

    private void look(PassRows.Watched watched) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            EventView event = events.byId(watched.event());
            long cursor = tickets.cursor();
            boolean all = !PassFacts.fingerprint(event).equals(watched.fingerprint());
            List<TicketId> moved = all ? List.of() : moved(watched);
            if (all || !moved.isEmpty()) rows.change(event.id(), all ? null : moved, now);
            rows.looked(event, cursor, now);
        });
    }

    private List<TicketId> moved(PassRows.Watched watched) {
        List<TicketId> moved = new ArrayList<>();
        @Nullable TicketId after = null;
        List<RosterEntry> page;
        do {
            page = tickets.changed(watched.event(), watched.cursor(), after, PAGE);
            page.forEach(entry -> moved.add(entry.id()));
            if (!page.isEmpty()) after = page.getLast().id();
        } while (page.size() == PAGE);
        return moved;
    }

    /** Outside of any transaction: somebody else's server is asked. Where that does not answer it is tried again. */
    private int tell(PassRows.Pass pass) {
        change(() -> rows.tellAt(pass, clock.instant().plus(PAUSE)));
        boolean all = true;
        if (pass.apple()) {
            List<String> phones = acting.asPlatform(() -> read(() -> rows.pushTokens(pass.serial())));
            for (String phone : phones) all &= settled(tellers.push(phone), phone);
        }
        if (pass.google()) all &= tellers.update(making.facts(pass)) != WalletTellers.Outcome.LATER;
        if (all) change(() -> rows.told(pass));
        return all ? 1 : 0;
    }

    private boolean settled(WalletTellers.Outcome outcome, String phone) {
        if (outcome == WalletTellers.Outcome.GONE) {
            change(() -> rows.forget(phone));
        }
        return outcome != WalletTellers.Outcome.LATER;
    }

    private void change(Runnable command) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> command.run()));
    }

    private <T> T read(Supplier<T> query) {
        return transaction.execute(status -> query.get());
    }
}
