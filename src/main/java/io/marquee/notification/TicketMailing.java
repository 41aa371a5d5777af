package io.marquee.notification;

import io.marquee.notification.DueTickets.Due;
import io.marquee.notification.MailPace.Turn;
import io.marquee.notification.MailPace.Wait;
import io.marquee.platform.batch.Pressure;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails the tickets of what was sold, some orders at a time. It yields to people who buy: while they queue for stock it takes
 * one core for a twentieth of the time, and when they are gone it takes what there is.
 */
@Component
class TicketMailing {
    private static final Logger LOG = LoggerFactory.getLogger(TicketMailing.class);
    /** Most of its time each waits for the disk or for the mail server. */
    private static final int LANES_PER_CORE = 4;

    private static final int AT_ONCE = 64;
    private static final int REST_UNDER_PRESSURE = 19;

    private final DueTickets due;
    private final OrderLetters letters;
    private final MailSending sending;
    private final PostOffice post;
    private final Settings settings;
    private final Acting acting;
    private final TransactionTemplate transaction;

    TicketMailing(
            DueTickets due,
            OrderLetters letters,
            MailSending sending,
            PostOffice post,
            Settings settings,
            Acting acting,
            TransactionTemplate transaction) {
        this.due = due;
        this.letters = letters;
        this.sending = sending;
        this.post = post;
        this.settings = settings;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** Until nothing is due. */
    void mailAll() {
        int lanes = LANES_PER_CORE * Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(lanes)) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) more = mailSome(workers, lanes);
        }
    }

    private boolean mailSome(ExecutorService workers, int lanes) {
        boolean pressed = Pressure.high();
        List<Due> some = acting.asPlatform(() -> transaction.execute(status -> due.now(pressed ? 1 : AT_ONCE)));
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int lane = 0; lane < Math.min(lanes, some.size()); lane++) {
            List<Due> share = share(some, lane, lanes);
            work.add(() -> mailed(share));
        }
        List<String> done = all(workers, work);
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> due.done(done)));
        return !some.isEmpty();
    }

    private static List<Due> share(List<Due> all, int lane, int lanes) {
        List<Due> share = new ArrayList<>();
        for (int i = lane; i < all.size(); i += lanes) share.add(all.get(i));
        return share;
    }

    private static List<String> all(ExecutorService workers, List<Callable<List<String>>> work) {
        try {
            List<String> done = new ArrayList<>();
            for (Future<List<String>> future : workers.invokeAll(work)) done.addAll(future.get());
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<String> mailed(List<Due> share) {
        List<String> done = new ArrayList<>();
        for (Due one : share) {
            long from = System.nanoTime();
            if (mailed(one)) done.add(one.cause());
            if (Pressure.high()) Pressure.rest((System.nanoTime() - from) * REST_UNDER_PRESSURE);
        }
        return done;
    }

    /** @return whether its mail is on its way, or in the hands of a job that tries again */
    private boolean mailed(Due one) {
        try {
            Optional<UUID> written = transaction.execute(status -> letters.tickets(one));
            written.ifPresent(this::send);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the mail {} could not be written", one.cause(), e);
            acting.asPlatform(() -> transaction.executeWithoutResult(status -> due.postpone(one)));
            return false;
        }
    }

    private void send(UUID mail) {
        if (!settings.sendsMail()) return;
        try {
            Wait wait = sending.send(mail, Turn.NONE);
            if (!wait.time().isZero()) later(mail, wait);
        } catch (IllegalStateException notTaken) {
            later(mail, Wait.OVER);
        }
    }

    private void later(UUID mail, Wait wait) {
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> post.later(mail, wait)));
    }
}
