package io.marquee.checkin.web;

import io.marquee.checkin.ScanResult;
import io.marquee.checkin.Verdict;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells verdicts to whoever stands at the door; {@code scanner-words.js} does it in the same words. */
final class VerdictWords {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** What the scanner's scripts say beside verdicts. */
    private static final List<String> OTHERS = List.of(
            "first",
            "now",
            "position",
            "add_on",
            "add_on_gate",
            "ready",
            "ready_detail",
            "trouble",
            "trouble_line",
            "signed_out",
            "signed_out_line",
            "refused",
            "refused_line",
            "again",
            "setup_first",
            "admitted_dry",
            "admitted_out",
            "left",
            "left_line",
            "left_again",
            "never_in",
            "never_in_line",
            "provisional",
            "confirmed",
            "late",
            "conflict",
            "conflicts",
            "nobody",
            "conflict_scan",
            "names_none",
            "names_offline",
            "camera_asking",
            "camera_denied",
            "camera_none",
            "camera_busy",
            "camera_insecure",
            "enrol_title",
            "enrol_first",
            "enrol_unknown",
            "enrol_used",
            "enrol_move",
            "enrol_over",
            "enrol_offline",
            "enrol_waiting",
            "enrol_sale",
            "sale_left",
            "sale_kept",
            "enrol_revoked",
            "hint.typed_offline",
            "hint.typed_wrong",
            "hint.unknown_key",
            "hint.unlisted",
            "hint.unlisted_limited",
            "flaw.stale_code",
            "flaw.static_code",
            "flaw.list_closed",
            "flaw.room_full",
            "hint.list_closed",
            "hint.room_full",
            "hint.stale_code",
            "hint.static_code",
            "conflict.double_entry",
            "conflict.not_valid",
            "conflict.turned_away",
            "label_none",
            "label_none_line",
            "sell_offline",
            "sell_lost",
            "sell_again",
            "sell_go",
            "sell_none",
            "sell_left",
            "sell_price",
            "sell_total",
            "sell_sold",
            "sell_change",
            "sell_admit",
            "sell_ticket",
            "sell_guest",
            "sell_open",
            "sell_elsewhere",
            "sell_amount",
            "sell_choose",
            "yes",
            "no",
            "rename_offline",
            "renamed",
            "pair_open",
            "pair_with",
            "pair_offer",
            "pair_answer",
            "pair_camera",
            "pair_none",
            "pair_foreign",
            "pair_unable",
            "pair_failed",
            "paired",
            "paired_line",
            "light.good",
            "light.warn",
            "light.bad",
            "light.offline",
            "light.waiting",
            "ready.online",
            "ready.offline",
            "ready.insecure",
            "ready.roster",
            "ready.roster_missing",
            "ready.keys",
            "ready.keys_missing",
            "ready.clock",
            "ready.clock_off",
            "ready.clock_unknown",
            "ready.storage",
            "ready.storage_best_effort",
            "ready.storage_refused",
            "ready.storage_full",
            "ready.queue_empty",
            "ready.queue",
            "ready.battery",
            "ready.battery_charging");

    private final Text text;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone the event's */
    VerdictWords(Text text, ZoneId zone, Instant now) {
        this.text = text;
        this.zone = zone;
        this.now = now;
    }

    VerdictView ready() {
        return new VerdictView(
                Tone.PLAIN,
                text.get("checkin.scanner.ready"),
                null,
                text.get("checkin.scanner.ready_detail"),
                List.of());
    }

    VerdictView of(ScanResult result, boolean dryRun) {
        ScanResult.Admittee ticket = result.ticket();
        return new VerdictView(
                tone(result.verdict()),
                title(result, dryRun),
                ticket == null ? null : line(ticket),
                detail(result, dryRun),
                ticket == null
                        ? List.of()
                        : ticket.answers().stream()
                                .map(one -> String.join(": ", one))
                                .toList());
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case ADMITTED -> Tone.GOOD;
            case ALREADY_IN, WRONG_GATE, OUTSIDE_HOURS, NOT_APPROVED -> Tone.WARN;
            case WRONG_EVENT, CANCELLED, REFUNDED, TRANSFERRED, UNKNOWN, FORGED, DEVICE_REVOKED -> Tone.BAD;
        };
    }

    private String title(ScanResult result, boolean dryRun) {
        if (result.reason() != null) return text.of("checkin.scanner.flaw", result.reason());
        Verdict verdict = result.verdict();
        ScanResult.Admittee ticket = result.ticket();
        if (verdict == Verdict.ALREADY_IN && result.leftAt() != null) return text.get("checkin.scanner.left");
        if (verdict == Verdict.ADMITTED && dryRun) return text.get("checkin.scanner.admitted_dry");
        String name = ticket == null ? "" : ticket.holder().split("\\s+", 2)[0];
        return text.of("checkin.verdict", verdict).replace("{name}", name);
    }

    private String line(ScanResult.Admittee ticket) {
        String kind =
                ticket.addOn() ? text.get("checkin.scanner.add_on").replace("{type}", ticket.type()) : ticket.type();
        String whose = ticket.holder() + " · " + kind;
        String position = text.get("checkin.scanner.position")
                .replace("{n}", text.number(ticket.position()))
                .replace("{of}", text.number(ticket.of()));
        String seat = ticket.seat() == null ? "" : " · " + ticket.seat().words(text);
        return whose + seat + (ticket.of() == 1 ? "" : " · " + position);
    }

    private @Nullable String detail(ScanResult result, boolean dryRun) {
        Instant left = result.leftAt();
        if (left != null) return text.get("checkin.scanner.left_line").replace("{when}", when(left));
        ScanResult.FirstSeen first = result.firstSeen();
        if (first != null) {
            return text.get("checkin.scanner.first")
                    .replace("{when}", when(first.at()))
                    .replace("{gate}", first.gate())
                    .replace("{device}", first.device());
        }
        if (result.reason() != null) return text.of("checkin.scanner.hint", result.reason());
        ScanResult.Admittee ticket = result.ticket();
        if (result.verdict() == Verdict.WRONG_GATE && ticket != null && ticket.addOn()) {
            return text.get("checkin.scanner.add_on_gate").replace("{type}", ticket.type());
        }
        if (result.verdict() != Verdict.ADMITTED) return text.of("checkin.hint", result.verdict());
        return dryRun ? null : text.get("checkin.scanner.now").replace("{when}", when(now));
    }

    /** To the second today, with the day otherwise. */
    String when(Instant at) {
        LocalDateTime there = LocalDateTime.ofInstant(at, zone);
        boolean today =
                there.toLocalDate().equals(LocalDateTime.ofInstant(now, zone).toLocalDate());
        return today ? CLOCK.format(there) : text.dateTime(at, zone);
    }

    /** All that the scripts may say. */
    List<ScannerWord> all() {
        List<ScannerWord> words = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            String key = Wire.name(verdict);
            words.add(new ScannerWord(key, tone(verdict).css(), text.of("checkin.verdict", verdict)));
            words.add(new ScannerWord("hint." + key, "", text.of("checkin.hint", verdict)));
        }
        words.add(new ScannerWord("turnout", "", text.get("checkin.scanner.turnout", "{in}", "{of}")));
        words.add(new ScannerWord("seat", "", text.get("seating.seat", "{section}", "{row}", "{seat}")));
        OTHERS.forEach(key -> words.add(new ScannerWord(key, "", text.get("checkin.scanner." + key))));
        return List.copyOf(words);
    }
}
