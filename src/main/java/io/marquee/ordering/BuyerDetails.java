package io.marquee.ordering;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the buyer said, checked: names fit for a ticket, addresses that mail can be sent to. */
record BuyerDetails(String name, String email, Locale locale, List<Coming> coming) {
    /** The domain of buyers who gave no address: none can exist there (RFC 2606), and nothing is mailed to it. */
    static final String NOWHERE = "box-office.invalid";

    private static final int LONGEST_NAME = 120;

    /**
     * @param tickets that the hold has
     * @throws InvalidInput with all that is wrong, at {@code buyer.name}, {@code buyer.email}, {@code attendees[0].name}, ...
     */
    static BuyerDetails of(Ordering.Placing placing, int tickets) {
        String name = placing.buyerName().strip();
        InvalidInput.Gatherer wrong = InvalidInput.gather()
                .check(!name.isEmpty(), "buyer.name", "required")
                .check(name.length() <= LONGEST_NAME, "buyer.name", "too_long", LONGEST_NAME)
                .check(isOneLine(name), "buyer.name", "one_line")
                .check(EmailAddress.isValid(placing.buyerEmail()), "buyer.email", "email")
                .check(
                        placing.attendees().isEmpty() || placing.attendees().size() == tickets,
                        "attendees",
                        "attendees_count",
                        tickets);
        for (int i = 0; i < placing.attendees().size(); i++) {
            Ordering.Attendee attendee = placing.attendees().get(i);
            String field = "attendees[" + i + "].";
            wrong.check(attendee.name().strip().length() <= LONGEST_NAME, field + "name", "too_long", LONGEST_NAME)
                    .check(isOneLine(attendee.name().strip()), field + "name", "one_line")
                    .check(
                            attendee.email().isBlank() || EmailAddress.isValid(attendee.email()),
                            field + "email",
                            "email");
        }
        wrong.orThrow();
        String email = EmailAddress.of(placing.buyerEmail()).value();
        return new BuyerDetails(name, email, placing.locale(), coming(placing.attendees(), name, email));
    }

    private static List<Coming> coming(List<Ordering.Attendee> attendees, String buyerName, String buyerEmail) {
        List<Coming> coming = new ArrayList<>();
        for (int i = 0; i < attendees.size(); i++) {
            String name = attendees.get(i).name().isBlank()
                    ? buyerName
                    : attendees.get(i).name().strip();
            String email = attendees.get(i).email().isBlank()
                    ? buyerEmail
                    : EmailAddress.of(attendees.get(i).email()).value();
            if (!name.equals(buyerName) || !email.equals(buyerEmail)) {
                coming.add(new Coming(i + 1, name, email));
            }
        }
        return coming;
    }

    private static boolean isOneLine(String name) {
        return name.codePoints().noneMatch(Character::isISOControl);
    }
}
