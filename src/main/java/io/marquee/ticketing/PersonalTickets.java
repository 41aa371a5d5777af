package io.marquee.ticketing;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Their tickets, and what they passed on or got. */
@Component
class PersonalTickets implements PersonalRecords {
    @Override
    public String module() {
        return "ticketing";
    }

    @Override
    public Map<String, String> keys() {
        return Map.of("held", "select id from ticketing.tickets where holder_email = :email");
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("tickets", """
                    select short_code, type_name, state, holder_name, holder_email from ticketing.tickets where holder_email = :email
                    """), Map.entry("passed_on", """
                    select type_name, state from ticketing.tickets where buyer_email = :email and holder_email <> :email
                    """), Map.entry("transfers", """
                    select type_name, state, from_name, from_email, to_name, to_email, created_at from ticketing.transfers where from_email = :email or to_email = :email
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    update ticketing.tickets set holder_name = :nobody, holder_email = :gone where holder_email = :email
                    """, """
                    update ticketing.tickets set buyer_email = :gone where buyer_email = :email
                    """, """
                    update ticketing.tickets set first_name = :nobody, first_email = :gone where first_email = :email
                    """, """
                    update ticketing.holds set buyer = :gone where buyer = :email
                    """, """
                    update ticketing.takes set buyer = :gone where buyer = :email
                    """, """
                    update ticketing.hold_draws set buyer = :gone where buyer = :email
                    """, """
                    update ticketing.transfers set from_name = :nobody, from_email = :gone where from_email = :email
                    """, """
                    update ticketing.transfers set to_name = :nobody, to_email = :gone where to_email = :email
                    """, """
                    update ticketing.transfers set buyer_email = :gone where buyer_email = :email
                    """);
    }
}
