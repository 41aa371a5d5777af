package io.marquee.notification.carrier;

import io.marquee.platform.config.Settings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connections to the mail server that are kept for the next mail: to call, to agree on TLS and to log in takes longer than to hand
 * over a mail. Servers dislike those who hold a line and say nothing, or never let go: it is hung up soon.
 */
final class SmtpLines {
    /** As many as mails of what was sold go at once: with fewer, all others would call anew. */
    private static final int KEPT = 4 * Runtime.getRuntime().availableProcessors();

    private static final int MAILS = 100;
    private static final long IDLE_SECONDS = 5;

    private final Session session;
    private final Smtp smtp;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean watched = new AtomicBoolean();
    private final Executor afterwards = CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS);

    SmtpLines(Session session, Smtp smtp) {
        this.session = session;
        this.smtp = smtp;
    }

    /** @param mails that went over it, with the one that goes now */
    record Line(Transport transport, int mails, long since) {
        private Line next() {
            return new Line(transport, mails + 1, since);
        }

        void hangUp() {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // it hung up first
            }
        }
    }

    Line open() throws MessagingException {
        for (Line line = idle.pollLast(); line != null; line = idle.pollLast()) {
            // asks the server, who may have hung up
            if (line.transport.isConnected()) return line.next();
            line.hangUp();
        }
        Transport transport = session.getTransport("smtp");
        transport.connect(smtp.host(), smtp.port(), smtp.user(), smtp.password());
        return new Line(transport, 1, 0);
    }

    /** For the next mail. */
    void keep(Line line) {
        if (line.mails >= MAILS || idle.size() >= KEPT) {
            line.hangUp();
        } else {
            idle.addLast(new Line(line.transport, line.mails, System.nanoTime()));
            watch();
        }
    }

    private void watch() {
        if (watched.compareAndSet(false, true)) afterwards.execute(this::hangUpIdle);
    }

    private void hangUpIdle() {
        watched.set(false);
        long idleSince = System.nanoTime() - TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
        for (Line line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            if (line.since - idleSince > 0) {
                idle.addFirst(line);
                watch();
                return;
            }
            line.hangUp();
        }
    }

    void close() {
        for (Line line = idle.pollLast(); line != null; line = idle.pollLast()) line.hangUp();
    }
}
