package io.marquee.guest;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Topic;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inviting from a file, as people keep their lists: first it is told what was understood and who would not be written to, then those who
 * would are brought in and asked.
 */
@Component
public class InvitationFiles {
    /** What was understood is sent back through a form. */
    public static final int MOST = 5_000;

    /** The name is a last name, since that is never turned round. */
    private static final List<String> COLUMNS =
            List.of("email", "last name", "tags", "allowance", "companions", "line of the first list");

    private final GuestImports imports;
    private final Invitations invitations;
    private final FormerGuests former;
    private final Circulation circulation;
    private final JdbcClient jdbc;
    private final Access access;

    InvitationFiles(
            GuestImports imports,
            Invitations invitations,
            FormerGuests former,
            Circulation circulation,
            JdbcClient jdbc,
            Access access) {
        this.imports = imports;
        this.invitations = invitations;
        this.former = former;
        this.circulation = circulation;
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Why somebody in the file is not written to. */
    public enum Why {
        /** No address that mail can be sent to stands in the line. */
        NO_ADDRESS,
        /** There are several addresses in the line. */
        MANY_ADDRESSES,
        /** A line before has the same address. */
        TWICE,
        /** They were asked before. */
        ASKED,
        /** They come, or have asked to. */
        COMES,
        /** They want no such mail. */
        UNWANTED,
        /** Mail to them came back. */
        UNDELIVERABLE
    }

    /** @param line in the file, from 1 @param text the address, or all of the line where there is none */
    public record LeftOut(int line, String text, Why why) {}

    /**
     * What a file says.
     *
     * @param people who would be asked
     * @param unused the names of columns that nothing was read from
     * @param table the people, as a file that is read again
     */
    public record Understood(List<Invitee> people, List<LeftOut> leftOut, List<String> unused, String table) {}

    /** @param allowance how many they may bring; null where the line does not say */
    public record Invitee(
            int line, String name, String email, @Nullable Integer allowance, List<String> tags) {}

    /** @throws InvalidInput at {@code file} when it is no such table, or longer than {@link #MOST} lines */
    @Transactional(readOnly = true)
    public Understood read(EventView event, byte[] file) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        List<LeftOut> leftOut = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        Collection<Row> rows = sorted(event, file, leftOut, unused);
        return new Understood(
                rows.stream().map(InvitationFiles::invitee).toList(),
                List.copyOf(leftOut),
                List.copyOf(unused),
                table(rows));
    }

    /** Those who would be asked. @param leftOut gets the others @param unused gets the columns that nothing was read from */
    private Collection<Row> sorted(EventView event, byte[] file, List<LeftOut> leftOut, List<String> unused) {
        Map<String, Row> rows = rows(event, file, leftOut, unused);
        Map<String, Why> against = against(event, rows);
        rows.forEach((email, row) -> {
            Why why = against.get(email);
            if (why != null) leftOut.add(new LeftOut(row.line(), row.guest().email(), why));
        });
        rows.keySet().removeAll(against.keySet());
        return rows.values();
    }

    /**
     * Brings in those whom {@link #read} would have asked, and asks them.
     *
     * @param plusOnes for those whose line says nothing; null for the event's rule
     * @throws InvalidInput also at {@code words} and {@code plusOnes}
     */
    @Transactional
    public Invitations.Outcome invite(EventView event, byte[] file, String words, @Nullable Integer plusOnes) {
        access.require(Permission.MANAGE_GUESTS, event.organization(), event.id());
        List<ImportedRow> guests = sorted(event, file, new ArrayList<>(), new ArrayList<>()).stream()
                .map(Row::guest)
                .toList();
        if (guests.isEmpty()) throw InvalidInput.at("file", "no_addresses");
        Invitations.checked(words, plusOnes);
        imports.bring(event, guests);
        return invitations.invite(
                event,
                guests.stream()
                        .map(one -> new Addressees.Person(one.name(), one.email()))
                        .toList(),
                words,
                plusOnes);
    }

    private record Row(int line, ImportedRow guest) {}

    /** By the address that they have now. */
    private Map<String, Row> rows(EventView event, byte[] file, List<LeftOut> leftOut, List<String> unused) {
        List<Row> all = new ArrayList<>();
        unused.addAll(imports.read(file, (line, row, addresses) -> {
            Why why = addresses == 0 ? Why.NO_ADDRESS : Why.MANY_ADDRESSES;
            if (row == null) leftOut.add(new LeftOut(line.number(), String.join(", ", line.fields()), why));
            else all.add(new Row(line.number(), row));
            if (all.size() + leftOut.size() > MOST) throw InvalidInput.at("file", "too_many_guests", MOST);
        }));
        Map<String, String> moved = former.addresses(
                event.id(), all.stream().map(row -> row.guest().email()).toList());
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : all) {
            String email = moved.getOrDefault(row.guest().email(), row.guest().email());
            if (rows.putIfAbsent(email, new Row(row.line(), row.guest().at(email))) != null)
                leftOut.add(new LeftOut(row.line(), row.guest().email(), Why.TWICE));
        }
        return rows;
    }

    private Map<String, Why> against(EventView event, Map<String, Row> rows) {
        Map<String, Why> against = new LinkedHashMap<>();
        circulation
                .against(event.organization(), Topic.INVITATIONS, rows.keySet())
                .forEach((email, why) -> against.put(email, why.equals("bounced") ? Why.UNDELIVERABLE : Why.UNWANTED));
        jdbc.sql("""
                        select email, case when muted_at is not null then 'unwanted' when invited_at is not null then 'asked' else 'comes' end
                          from guest.guests
                         where event_id = :event and email = any (:emails)
                           and (muted_at is not null or invited_at is not null
                                or state in ('going', 'pending_approval', 'waitlisted', 'offered'))
                        """)
                .param("event", event.id().value())
                .param("emails", rows.keySet().toArray(String[]::new))
                .query(row -> {
                    against.put(row.getString(1), Wire.parse(Why.class, row.getString(2)));
                });
        return against;
    }

    private static Invitee invitee(Row row) {
        ImportedRow guest = row.guest();
        return new Invitee(row.line(), guest.name(), guest.email(), guest.allowance(), guest.tags());
    }

    private static String table(Collection<Row> rows) {
        StringWriter table = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(table)) {
            csv.writeRecord(COLUMNS);
            rows.forEach(row -> csv.writeRecord(
                    row.guest().email(),
                    row.guest().name(),
                    String.join(",", row.guest().tags()),
                    Objects.toString(row.guest().allowance(), ""),
                    String.join(";", row.guest().companions()),
                    String.valueOf(row.line())));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return table.toString();
    }
}
