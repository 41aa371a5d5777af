package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tickets card.
 *
 * @param path where the form goes
 * @param unlock the key of a hidden type, to be sent along; null for none
 * @param closed why nothing can be had now, in words; null while something can
 * @param currency of the running total; null where types differ in it, and no total is shown
 * @param digits of the currency's minor unit
 */
public record PickerView(
        String path,
        List<Tier> tiers,
        @Nullable String unlock,
        @Nullable String closed,
        @Nullable String currency,
        int digits) {
    private static final int FEW = 10;

    /**
     * One type.
     *
     * @param name of the form's field, {@code qty_<type id>}
     * @param note below its name: why it can't be had, or how few are left
     * @param most that can be asked for; zero where it can't be had
     * @param chosen to begin with
     * @param price of one in minor units, for the running total
     */
    public record Tier(
            String name, String title, String description, String cost, String note, int most, int chosen, long price) {
        public boolean isOpen() {
            return most > 0;
        }
    }

    static PickerView of(EventView event, List<TicketTypeView> types, @Nullable String unlock, Instant now, Text text) {
        boolean open = event.registrationOpen(now);
        List<TicketTypeView> sold = types.stream()
                .filter(type -> open && type.left() > 0 && type.inSaleWindow(now))
                .toList();
        boolean oneCurrency =
                types.stream().map(type -> type.price().currency()).distinct().count() == 1;
        return new PickerView(
                "/events/" + event.slug() + "/holds",
                types.stream()
                        .map(type -> tier(type, event, sold.contains(type), sold.size() == 1, now, text))
                        .toList(),
                unlock,
                open ? null : closed(event, text),
                oneCurrency ? types.getFirst().price().currency().getCurrencyCode() : null,
                oneCurrency ? Math.max(0, types.getFirst().price().currency().getDefaultFractionDigits()) : 0);
    }

    public boolean isEmpty() {
        return tiers.isEmpty();
    }

    /** Whether nothing costs anything. */
    public boolean isFree() {
        return tiers.stream().allMatch(tier -> tier.price() == 0);
    }

    /** Whether anything can be asked for. */
    public boolean isOpen() {
        return tiers.stream().anyMatch(Tier::isOpen);
    }

    /** The only choice there is is made already. */
    private static Tier tier(TicketTypeView type, EventView event, boolean open, boolean only, Instant now, Text text) {
        return new Tier(
                "qty_" + type.id(),
                type.name(),
                type.description(),
                type.price().isZero() ? text.get("ticketing.free") : text.money(type.price()),
                note(type, event, open, now, text),
                open ? Math.min(type.maxPerOrder(), type.left()) : 0,
                open && only ? 1 : 0,
                type.price().amount());
    }

    private static String note(TicketTypeView type, EventView event, boolean open, Instant now, Text text) {
        if (open) {
            return type.left() <= FEW ? text.get("ticketing.picker.few", type.left()) : "";
        } else if (type.saleStartsAt() != null && now.isBefore(type.saleStartsAt())) {
            return text.get(
                    "ticketing.picker.not_yet",
                    text.dateTime(type.saleStartsAt(), event.details().timeZone()));
        } else if (!type.inSaleWindow(now)) {
            return text.get("ticketing.picker.over");
        }
        return type.left() == 0 ? text.get("ticketing.picker.sold_out") : "";
    }

    private static String closed(EventView event, Text text) {
        return switch (event.state()) {
            case DRAFT -> text.get("ticketing.picker.closed.draft");
            case CANCELLED -> text.get("ticketing.picker.closed.cancelled");
            case ENDED, ARCHIVED -> text.get("ticketing.picker.closed.ended");
            case PUBLISHED, LIVE -> text.get("ticketing.picker.closed.registration");
        };
    }
}
