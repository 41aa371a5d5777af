package io.marquee.checkin;

import io.marquee.checkin.device.DeviceRefused;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.checkin.list.Lists;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.batch.Combiner;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans of one code at one gate. What comes for an event without lists at the same moment is decided together. */
@Component
public class CheckIns {
    private static final int LONGEST_CODE = 1_000;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_AT_ONCE = 100;
    private static final int ATTEMPTS = 3;

    private final DoorEvents events;
    private final Enrolments enrolments;
    private final CodeReader codes;
    private final Lists lists;
    private final Deciding deciding;
    private final ScanBook book;
    private final Combiner<EventId, ScanBatch.Asked, ScanResult> combiner;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckIns(
            DoorEvents events,
            Enrolments enrolments,
            CodeReader codes,
            Lists lists,
            Deciding deciding,
            ScanBook book,
            ScanBatch batch,
            Acting acting,
            TransactionTemplate transaction,
            Clock clock) {
        this.events = events;
        this.enrolments = enrolments;
        this.codes = codes;
        this.lists = lists;
        this.deciding = deciding;
        this.book = book;
        this.combiner = new Combiner<>(MOST_AT_ONCE, batch::serve);
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
        EventView event = events.of(eventIdOrSlug);
        check(scan);
        return patiently(() -> {
            boolean together = !scan.dryRun()
                    && !TransactionSynchronizationManager.isActualTransactionActive()
                    && lists.current(event.id()).isEmpty();
            CodeReader.Said said = together ? codes.said(event, scan.code(), clock.instant()) : null;
            return said == null || said.typed() != null
                    ? alone(event, () -> one(events.now(event.id()), scan))
                    : combiner.ask(event.id(), new ScanBatch.Asked(event, scan, said, scanning()));
        });
    }

    /**
     * Takes a scan that a gate decided by itself as history, and says what the server would have told.
     *
     * @throws InvalidInput where it cannot be read at all
     * @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event
     */
    public ScanResult accept(String eventIdOrSlug, OfflineScan offline) {
        EventView event = events.of(eventIdOrSlug);
        check(offline.scan());
        return patiently(() -> alone(event, () -> accept(events.now(event.id()), offline)));
    }

    /** @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event */
    public void require(String eventIdOrSlug) {
        events.of(eventIdOrSlug);
    }

    private ScanResult alone(EventView event, Supplier<ScanResult> work) {
        return acting.asSystem(event.organization(), () -> transaction.execute(status -> work.get()));
    }

    private ScanResult one(EventView event, Scan scan) {
        DeviceView device = enrolments.acting();
        ScanBook.Page page = new ScanBook.Page(event, scan.device(), device, device);
        ScanBook.Written before = scan.dryRun() ? null : book.find(event, scan.nonce());
        if (before != null) return told(device, book.again(page, before, null));
        Deciding.Decision decision = deciding.decide(scan, Deciding.Standing.now(event, device, clock.instant()));
        ScanResult result = book.result(decision, scan.dryRun());
        if (!scan.dryRun()) book.write(List.of(ScanBook.Line.now(page, scan, decision, Acting.cause())));
        return told(device, result);
    }

    private ScanResult accept(EventView event, OfflineScan offline) {
        DeviceView uploader = enrolments.acting();
        // whoever made it hands it in too, and that counts
        if (uploader != null && !uploader.isGood(clock.instant()) && isOthers(offline, uploader)) {
            throw new DeviceRefused.Revoked();
        }
        DeviceView maker = offline.madeBy() == null ? uploader : enrolments.of(event.id(), offline.madeBy(), uploader);
        ScanBook.Page page = new ScanBook.Page(event, offline.scan().device(), maker, uploader);
        ScanBook.Written before = book.find(event, offline.scan().nonce());
        if (before != null) return told(uploader, book.again(page, before, offline.told()));
        Deciding.Decision decision = offline.told() == Verdict.ADMITTED
                ? deciding.decide(offline.scan(), Deciding.Standing.then(page, offline.at(), clock.instant()))
                : deciding.told(event, offline);
        return told(uploader, book.accept(page, offline, decision));
    }

    private static boolean isOthers(OfflineScan offline, DeviceView uploader) {
        return offline.madeBy() != null && !offline.madeBy().equals(uploader.id());
    }

    /** A device that is not good any more hears no names. */
    private ScanResult told(@Nullable DeviceView device, ScanResult result) {
        return device == null || device.isGood(clock.instant()) ? result : result.bare();
    }

    /**
     * What the database refuses because of somebody else at the same moment is tried again: of two requests with one nonce the second then
     * finds the first one's row.
     */
    private static ScanResult patiently(Supplier<ScanResult> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) throw e;
            }
        }
    }

    private static Actor scanning() {
        Actor cause = Acting.cause();
        return cause == null ? Acting.current() : cause;
    }

    private static void check(Scan scan) {
        boolean named = !(Acting.cause() instanceof Actor.Device);
        InvalidInput.gather()
                .check(!scan.code().isBlank(), "code", "required")
                .check(scan.code().length() <= LONGEST_CODE && printable(scan.code()), "code", "format")
                .check(!scan.gate().isBlank(), "gate", "required")
                .check(scan.gate().length() <= LONGEST_NAME && printable(scan.gate()), "gate", "length")
                .check(!named || !scan.device().isBlank(), "device", "required")
                .check(!named || scan.device().length() <= LONGEST_NAME && printable(scan.device()), "device", "length")
                .orThrow();
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
