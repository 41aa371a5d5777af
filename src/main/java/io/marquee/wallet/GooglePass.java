package io.marquee.wallet;

import io.marquee.kernel.ShortCode;
import io.marquee.ticketing.TicketView;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event and a ticket as Google Wallet has them: {@code eventTicketClass} and {@code eventTicketObject}. */
final class GooglePass {
    private GooglePass() {}

    static String classId(PassFacts facts, String issuer) {
        return issuer + "." + facts.event().id();
    }

    static String objectId(PassSerial serial, String issuer) {
        return issuer + "." + serial;
    }

    static Map<String, Object> classOf(PassFacts facts, String issuer) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("id", classId(facts, issuer));
        known.put("issuerName", facts.organizer());
        known.put("reviewStatus", "UNDER_REVIEW");
        known.put("eventName", words(facts, facts.title()));
        if (!facts.place().isEmpty()) {
            String address = facts.address().isEmpty() ? facts.place() : facts.address();
            known.put("venue", Map.of("name", words(facts, facts.place()), "address", words(facts, address)));
        }
        if (!facts.event().dateUnknown()) {
            known.put(
                    "dateTime",
                    Map.of(
                            "start",
                            facts.event().startsAt().toString(),
                            "end",
                            facts.event().endsAt().toString()));
        }
        return known;
    }

    static Map<String, Object> objectOf(PassFacts facts, String issuer) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("id", objectId(facts.serial(), issuer));
        known.put("classId", classId(facts, issuer));
        TicketView ticket = facts.ticket();
        known.put("state", ticket == null ? "INACTIVE" : "ACTIVE");
        if (ticket != null) {
            known.put("ticketHolderName", ticket.holderName());
            known.put("ticketNumber", ShortCode.grouped(ticket.code()));
            known.put("ticketType", words(facts, ticket.typeAndSeat(facts.text())));
            known.put(
                    "barcode",
                    Map.of("type", "QR_CODE", "value", ticket.qr(), "alternateText", ShortCode.grouped(ticket.code())));
        }
        return known;
    }

    private static Map<String, Object> words(PassFacts facts, String value) {
        return Map.of("defaultValue", Map.of("language", facts.text().code(), "value", value));
    }
}
