package io.marquee.bench;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ten thousand confirmations, each with its ticket as PDF and as QR, to a mail server that takes everything at once. The orders are
 * made while no mail goes, so that nothing but the mail is measured.
 */
final class MessageScenario {
    private static final int BUYERS = 32;
    private static final double AT_MOST_SECONDS = 1800;

    private MessageScenario() {}

    static void run(Product product, Report report, Length length) throws Exception {
        int many = length == Length.FULL ? 10_000 : 2_000;
        mailFrom(product, "now() + interval '1 day'");
        sell(product, many);
        double heapBefore = product.heapMegabytes();
        long residentBefore = product.residentKilobytes();

        MailSink mail = product.mail();
        long before = mail.taken();
        long bytesBefore = mail.bytes();
        long callsBefore = mail.calls();
        long papersBefore = mail.withPapers();
        double cpuBefore = product.cpuSeconds();
        mailFrom(product, "now()");
        while (mail.taken() == before) Thread.sleep(5);
        long from = System.nanoTime();
        long resident = residentBefore;
        while (mail.taken() < before + many && seconds(from) < AT_MOST_SECONDS) {
            resident = Math.max(resident, product.residentKilobytes());
            Thread.sleep(50);
        }
        double seconds = seconds(from);
        double cpu = product.cpuSeconds() - cpuBefore;
        while (product.number("select count(*) from notification.due_tickets") > 0 && seconds(from) < AT_MOST_SECONDS) {
            Thread.sleep(100);
        }

        report.section(String.format(Locale.ROOT, "%,d confirmations with PDF and QR, through SMTP", many));
        report.line("drained", "%,.0f mails/s in %.1f s", many / seconds, seconds);
        report.line(
                "of each",
                "%.1f ms of CPU with the database's, %.0f KB",
                1e3 * cpu / many,
                (mail.bytes() - bytesBefore) / 1e3 / many);
        report.line("mails that went over one connection", "%.0f", many / (double) (mail.calls() - callsBefore));
        report.line("heap after a collection", "%,.0f MB before, %,.0f MB after", heapBefore, product.heapMegabytes());
        report.line(
                "in memory, as the system counts",
                "%,d MB before, %,d MB at most",
                residentBefore / 1024,
                resident / 1024);
        report.exactly("mails with a PDF and a picture", mail.withPapers() - papersBefore, many);
        report.exactly(
                "mails told to be sent",
                product.number("select count(*) from notification.mails where state = 'sent' and kind = 'order_paid'"
                        + " and recipient like 'buyer%.messages@bench.example'"),
                many);
    }

    /** Sells so many, a free ticket each. */
    private static void sell(Product product, int many) throws Exception {
        String event;
        String type;
        try (Api api = new Api(product.port)) {
            api.signIn();
            event = api.publishedEvent("The post");
            type = api.ticketType(event, many);
            api.publish(event);
        }
        Load.flatOut(
                BUYERS,
                AT_MOST_SECONDS,
                number -> OrderScenario.buyer(
                        new Http(product.port),
                        number,
                        event,
                        type,
                        ".messages",
                        ConcurrentHashMap.newKeySet(),
                        new AtomicInteger(),
                        new AtomicInteger()));
    }

    /** When the job that mails what was sold runs next. It may be running: then once more. */
    static void mailFrom(Product product, String when) throws Exception {
        while (product.change("update platform.scheduled_tasks set execution_time = " + when + ", version = version + 1"
                        + " where task_name = 'notification.mail-tickets' and not picked")
                == 0) Thread.sleep(20);
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
