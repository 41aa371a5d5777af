package io.marquee.wallet;

import io.marquee.kernel.ShortCode;
import io.marquee.platform.web.Oklch;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketView;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code pass.json} of Apple's passes, "Wallet Passes" in their documentation. */
final class ApplePass {
    private ApplePass() {}

    /** @param service where its phones ask for news; @param token by which they prove that they have it */
    static Map<String, Object> of(PassFacts facts, String type, String team, String service, String token) {
        Text text = facts.text();
        TicketView ticket = facts.ticket();
        Map<String, Object> pass = new LinkedHashMap<>();
        pass.put("formatVersion", 1);
        pass.put("passTypeIdentifier", type);
        pass.put("teamIdentifier", team);
        pass.put("serialNumber", facts.serial().toString());
        pass.put("organizationName", facts.organizer());
        pass.put("description", text.get("wallet.description", facts.title()));
        pass.put("webServiceURL", service);
        pass.put("authenticationToken", token);
        pass.put("sharingProhibited", true);
        if (!facts.event().dateUnknown()) {
            pass.put(
                    "relevantDate",
                    facts.event().startsAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        pass.put("backgroundColor", rgb(0.30, 0.06, facts));
        pass.put("foregroundColor", "rgb(255, 255, 255)");
        pass.put("labelColor", rgb(0.86, 0.06, facts));
        if (ticket == null) pass.put("voided", true);
        else pass.put("barcodes", List.of(barcode(ticket)));
        pass.put("eventTicket", fields(facts, ticket));
        return pass;
    }

    private static Map<String, Object> barcode(TicketView ticket) {
        return Map.of(
                "format",
                "PKBarcodeFormatQR",
                "message",
                ticket.qr(),
                "messageEncoding",
                "iso-8859-1",
                "altText",
                ShortCode.grouped(ticket.code()));
    }

    private static Map<String, Object> fields(PassFacts facts, @Nullable TicketView ticket) {
        Text text = facts.text();
        List<Object> secondary = new ArrayList<>();
        String when = facts.event().dateUnknown()
                ? text.get("wallet.later")
                : text.dateTime(
                        facts.event().startsAt(), facts.event().details().timeZone());
        secondary.add(field("when", text.get("wallet.when"), when, text.get("wallet.when_changed")));
        if (!facts.place().isEmpty()) {
            secondary.add(field("where", text.get("wallet.where"), facts.place(), text.get("wallet.where_changed")));
        }
        List<Object> auxiliary = new ArrayList<>();
        if (ticket == null) {
            auxiliary.add(field("state", text.get("wallet.state"), text.get("wallet.void"), "%@"));
        } else {
            auxiliary.add(field("holder", text.get("wallet.holder"), ticket.holderName(), null));
            auxiliary.add(field("type", text.get("wallet.type"), ticket.typeAndSeat(text), null));
        }
        List<Object> back = new ArrayList<>();
        if (!facts.address().isEmpty()) back.add(field("address", text.get("wallet.address"), facts.address(), null));
        back.add(field("organizer", text.get("wallet.organizer"), facts.organizer(), null));
        return Map.of(
                "primaryFields",
                List.of(field("event", text.get("wallet.event"), facts.title(), "%@")),
                "secondaryFields",
                secondary,
                "auxiliaryFields",
                auxiliary,
                "backFields",
                back);
    }

    /** @param changed what the phone says when it changes, with {@code %@} for the new value; null says nothing */
    private static Map<String, Object> field(String key, String label, String value, @Nullable String changed) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("key", key);
        field.put("label", label);
        field.put("value", value);
        if (changed != null) field.put("changeMessage", changed);
        return field;
    }

    private static String rgb(double lightness, double chroma, PassFacts facts) {
        int colour = Integer.parseInt(
                Oklch.hex(lightness, chroma, facts.event().details().hue()).substring(1), 16);
        return "rgb(%d, %d, %d)".formatted(colour >> 16, colour >> 8 & 255, colour & 255);
    }
}
