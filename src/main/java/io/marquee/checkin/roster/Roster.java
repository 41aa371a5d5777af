package io.marquee.checkin.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.checkin.DoorAnswers;
import io.marquee.checkin.ScanResult.FirstSeen;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import io.marquee.registration.QuestionId;
import io.marquee.ticketing.AddOns;
import io.marquee.ticketing.MovingCodes;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.RosterEntry;
import io.marquee.ticketing.RosterReads;
import io.marquee.ticketing.TicketId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an event's roster line by line. Pages of it are read in transactions of their own, so that a slow phone keeps none
 * open; what changes meanwhile comes with the next delta.
 */
@Component
public class Roster {
    private static final int PAGE = 500;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final EventReads events;
    private final Enrolments enrolments;
    private final RosterReads tickets;
    private final FirstAdmissions admissions;
    private final AddOns addOns;
    private final MovingRules rules;
    private final MovingCodes codes;
    private final DoorAnswers answers;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final JsonMapper json;
    private final Clock clock;

    Roster(
            EventReads events,
            Enrolments enrolments,
            RosterReads tickets,
            FirstAdmissions admissions,
            AddOns addOns,
            MovingRules rules,
            MovingCodes codes,
            DoorAnswers answers,
            Acting acting,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.events = events;
        this.enrolments = enrolments;
        this.tickets = tickets;
        this.admissions = admissions;
        this.addOns = addOns;
        this.rules = rules;
        this.codes = codes;
        this.answers = answers;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
    }

    /**
     * Where the roster of a gate comes from.
     *
     * @param since 0 for all of it
     * @param moving whether entries are to open by moving codes, too
     * @param kind of what entries hold: when that changes, all of them come anew
     */
    public record Opened(
            EventView event, @Nullable DeviceView device, boolean moving, String kind, long since, long cursor) {}

    private record Head(int version, UUID event, boolean full, Instant serverTime) {}

    private record Foot(String cursor, int count) {}

    /** Short names: there are thousands of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Words(
            String n,
            UUID t,
            String y,
            @Nullable String s,
            int p,
            int o,
            @Nullable Boolean a,
            @Nullable List<String> f,
            @Nullable List<List<String>> q) {}

    /**
     * Decides who may have it, before the first byte is written.
     *
     * @param cursor of the roster before; all of it comes where it is none of ours
     * @throws io.marquee.kernel.Refusal where whoever acts does not check people in at this event
     */
    public Opened open(String eventIdOrSlug, @Nullable String cursor) {
        return read(() -> {
            EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
            return acting.asSystem(event.organization(), () -> {
                long now = tickets.cursor();
                boolean moving = rules.of(event) != MovingRule.OFF;
                String kind = kind(event, moving);
                return new Opened(event, enrolments.good(), moving, kind, since(cursor, kind, now), now);
            });
        });
    }

    /** @param text words seats in the reader's language */
    public void write(Opened opened, Text text, OutputStream out) throws IOException {
        EventView event = opened.event();
        line(out, new Head(1, event.id().value(), opened.since() == 0, clock.instant()));
        RosterSeal seal = new RosterSeal(event.id());
        TicketId last = null;
        int count = 0;
        List<RosterEntry> page;
        do {
            page = page(opened, last);
            Map<TicketId, FirstSeen> first = first(event, page);
            Map<TicketId, List<List<String>>> said =
                    answers.of(event, page.stream().map(RosterEntry::id).toList(), text);
            for (RosterEntry entry : page) {
                Words words =
                        words(event, entry, first.get(entry.id()), said.getOrDefault(entry.id(), List.of()), text);
                line(out, entry(opened, seal, entry, words));
            }
            count += page.size();
            if (!page.isEmpty()) last = page.getLast().id();
        } while (page.size() == PAGE);
        line(out, new Foot(opened.cursor() + opened.kind(), count));
    }

    private List<RosterEntry> page(Opened opened, @Nullable TicketId after) {
        EventView event = opened.event();
        return acting.asSystem(
                event.organization(), () -> read(() -> tickets.changed(event.id(), opened.since(), after, PAGE)));
    }

    private Map<TicketId, FirstSeen> first(EventView event, List<RosterEntry> page) {
        return acting.asSystem(
                event.organization(),
                () -> read(
                        () -> admissions.of(page.stream().map(RosterEntry::id).toList())));
    }

    private Object[] entry(Opened opened, RosterSeal seal, RosterEntry entry, Words words) {
        DeviceView device = opened.device();
        boolean elsewhere = device != null && !device.letsIn(entry.ticketType().value());
        String key = opened.moving() && !elsewhere
                ? BASE64.encodeToString(seal.keyUnder(codes.holderKey(entry.id(), entry.serial()), entry.qr()))
                : null;
        String lookup = BASE64.encodeToString(seal.lookup(entry.id()));
        String payload = elsewhere ? null : BASE64.encodeToString(seal.seal(entry.qr(), json.writeValueAsBytes(words)));
        return key == null
                ? new Object[] {lookup, entry.serial(), Wire.name(entry.state()), payload}
                : new Object[] {lookup, entry.serial(), Wire.name(entry.state()), payload, key};
    }

    private Words words(
            EventView event, RosterEntry entry, @Nullable FirstSeen first, List<List<String>> said, Text text) {
        return new Words(
                entry.holderName(),
                entry.ticketType().value(),
                entry.ticketTypeName(),
                entry.seat() == null ? null : entry.seat().words(text),
                entry.position(),
                entry.of(),
                addOns.isAddOn(event.id(), entry.ticketType()) ? true : null,
                first == null ? null : List.of(first.at().toString(), first.gate(), first.device()),
                said.isEmpty() ? null : said);
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private String kind(EventView event, boolean moving) {
        List<QuestionId> marked = answers.marked(event.id());
        return (moving ? "m" : "") + (marked.isEmpty() ? "" : "q" + Integer.toHexString(marked.hashCode()));
    }

    private static long since(@Nullable String cursor, String kind, long now) {
        if (cursor == null || !cursor.endsWith(kind)) return 0;
        try {
            long since = Long.parseLong(cursor.substring(0, cursor.length() - kind.length()));
            return since > now || since < 0 ? 0 : since;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }
}
