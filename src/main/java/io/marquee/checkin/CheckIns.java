package io.marquee.checkin;

import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans of one code at one gate, each a transaction of its own. */
@Component
public class CheckIns {
    private static final int LONGEST_CODE = 1_000;
    private static final int LONGEST_NAME = 60;

    private final EventReads events;
    private final Enrolments enrolments;
    private final Deciding deciding;
    private final ScanBook book;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckIns(
            EventReads events,
            Enrolments enrolments,
            Deciding deciding,
            ScanBook book,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.events = events;
        this.enrolments = enrolments;
        this.deciding = deciding;
        this.book = book;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Decides, and writes the scan unless it is a dry run.
     *
     * @throws InvalidInput when the code, the gate or the device is missing or far too long
     * @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event
     */
    public ScanResult scan(String eventIdOrSlug, Scan scan) {
        return inOrder(scan, () -> {
            EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
            return acting.asSystem(event.organization(), () -> told(scan(event, scan)));
        });
    }

    /**
     * Takes a scan that a gate decided by itself as history, and says what the server would have told.
     *
     * @throws InvalidInput where it cannot be read at all
     * @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event
     */
    public ScanResult accept(String eventIdOrSlug, OfflineScan offline) {
        return inOrder(offline.scan(), () -> {
            EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
            return acting.asSystem(event.organization(), () -> told(accept(event, offline)));
        });
    }

    private ScanResult told(ScanResult result) {
        return enrolments.isOver() ? result.bare() : result;
    }

    private ScanResult scan(EventView event, Scan scan) {
        DeviceView device = enrolments.acting();
        ScanBook.Page page = new ScanBook.Page(event, scan.device(), device, device);
        check(scan, page);
        ScanBook.Written before = scan.dryRun() ? null : book.find(event, scan.nonce());
        if (before != null) return book.again(page, before, null);
        Deciding.Decision decision = deciding.decide(scan, Deciding.Standing.now(event, device, clock.instant()));
        if (!scan.dryRun()) book.write(page, scan, decision);
        return book.result(decision, scan.dryRun());
    }

    private ScanResult accept(EventView event, OfflineScan offline) {
        DeviceView uploader = enrolments.acting();
        DeviceView maker = offline.madeBy() == null ? uploader : enrolments.of(event.id(), offline.madeBy(), uploader);
        ScanBook.Page page = new ScanBook.Page(event, offline.scan().device(), maker, uploader);
        check(offline.scan(), page);
        ScanBook.Written before = book.find(event, offline.scan().nonce());
        if (before != null) return book.again(page, before, offline.told());
        Deciding.Decision decision = offline.told() == Verdict.ADMITTED
                ? deciding.decide(offline.scan(), Deciding.Standing.then(page, offline.at()))
                : new Deciding.Decision(
                        offline.told(), deciding.named(event, offline.scan().code()));
        return book.accept(page, offline, decision);
    }

    /** Of two requests with one nonce at once the second finds the first one's row, after all. */
    private ScanResult inOrder(Scan scan, Supplier<ScanResult> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        } catch (DuplicateKeyException e) {
            if (scan.nonce() == null) throw e;
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        }
    }

    private static void check(Scan scan, ScanBook.Page page) {
        String device = page.deviceName();
        InvalidInput.gather()
                .check(!scan.code().isBlank(), "code", "required")
                .check(scan.code().length() <= LONGEST_CODE && printable(scan.code()), "code", "format")
                .check(!scan.gate().isBlank(), "gate", "required")
                .check(scan.gate().length() <= LONGEST_NAME && printable(scan.gate()), "gate", "length")
                .check(!device.isBlank(), "device", "required")
                .check(device.length() <= LONGEST_NAME && printable(device), "device", "length")
                .orThrow();
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
