package io.marquee.ordering.web.manage;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundScope;
import io.marquee.platform.web.AmountField;
import io.marquee.ticketing.TicketId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the team types to give money back.
 *
 * @param ticket the tickets that end; with no amount either, all that is left goes back
 * @param amount as typed; blank for what the tickets cost
 * @param stock {@link #RETURN} or {@link #KEEP}
 * @param key of this form, so that it counts once
 * @param cash {@link #LATER} where what was paid at the box office waits there; else it is handed out now
 */
public record RefundForm(
        @Nullable List<UUID> ticket,
        @Nullable String amount,
        @Nullable String stock,
        @Nullable String reason,
        @Nullable String key,
        @Nullable String cash) {
    static final String LATER = "later";
    static final String RETURN = "return";
    static final String KEEP = "keep";
    static final String KEY = "form-";
    private static final int LONGEST_KEY = 64;

    static boolean returnsStock(@Nullable String stock) {
        return !KEEP.equals(stock);
    }

    boolean handsOut() {
        return !LATER.equals(cash);
    }

    boolean chose(TicketId id) {
        return ticket == null || ticket.contains(id.value());
    }

    String typedAmount() {
        return amount == null ? "" : amount.strip();
    }

    String typedReason() {
        return reason == null ? "" : reason.strip();
    }

    /**
     * @param open the tickets that could end
     * @throws InvalidInput at {@code amount} or {@code key}
     */
    RefundScope scope(OrderView order, List<TicketId> open) {
        if (key != null && (!key.startsWith(KEY) || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0))
            throw InvalidInput.at("key", "value");
        Money money = typedAmount().isEmpty()
                ? null
                : AmountField.parse("amount", typedAmount(), order.total().currency());
        return new RefundScope(tickets(open, money), money, returnsStock(stock), key, handsOut());
    }

    private @Nullable List<TicketId> tickets(List<TicketId> open, @Nullable Money money) {
        if (ticket == null) return money == null ? null : List.of();
        List<TicketId> chosen = ticket.stream().map(TicketId::new).distinct().toList();
        return money == null && chosen.size() == open.size() && chosen.containsAll(open) ? null : chosen;
    }
}
