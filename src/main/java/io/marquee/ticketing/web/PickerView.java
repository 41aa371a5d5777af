package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Tariff;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The tickets card.
 *
 * @param path of the event's page; the form goes to its holds
 * @param groups of what is sold by itself, in order: variants of one admission together
 * @param addOns what can be had only together with one of the others
 * @param unlock the key of a hidden type, to be sent along; null for none
 * @param code the field for one; null where the event has none
 * @param seats where they are picked; null where nobody sits
 * @param closed why nothing can be had now, in words; null while something can
 * @param currency of the running total; null where it takes more than adding up prices
 * @param quoted whether the total is asked for: there are discounts, taxes, fees, or prices to choose
 * @param digits of the currency's minor unit
 */
public record PickerView(
        String path,
        List<Group> groups,
        List<Tier> addOns,
        @Nullable String unlock,
        @Nullable Field code,
        @Nullable String seats,
        @Nullable String closed,
        @Nullable String currency,
        boolean quoted,
        int digits) {
    private static final int FEW = 10;

    /**
     * What there is for this visitor.
     *
     * @param code that came with the link; null for none
     */
    record Shelf(
            List<TicketTypeView> types,
            Tariff tariff,
            boolean takesCodes,
            @Nullable String code,
            @Nullable String unlock) {

        /** Whether a total takes more than adding up prices. */
        boolean quoted() {
            return !tariff.isPlain() || takesCodes || types.stream().anyMatch(TicketTypeView::priceIsChosen);
        }
    }

    /** @param heading that its variants share; empty for a type of its own */
    public record Group(String heading, List<Tier> tiers) {}

    /**
     * One type.
     *
     * @param name of the form's field, {@code qty_<type id>}
     * @param note below its name: why it can't be had, or how few are left
     * @param approval whether the team is asked first
     * @param most that can be asked for; zero where it can't be had
     * @param chosen to begin with
     * @param price of one in minor units, for the running total
     * @param choice the field for the price, where the buyer chooses it
     */
    public record Tier(
            String name,
            String title,
            String description,
            String cost,
            String note,
            boolean approval,
            int most,
            int chosen,
            long price,
            @Nullable Field choice) {
        public boolean isOpen() {
            return most > 0;
        }
    }

    static PickerView of(EventView event, Shelf shelf, boolean seated, Instant now, Text text) {
        boolean open = event.registrationOpen(now);
        List<TicketTypeView> types = shelf.types();
        List<TicketTypeView> sold = types.stream()
                .filter(type -> open && type.left() > 0 && type.inSaleWindow(now))
                .toList();
        boolean only = sold.stream().filter(type -> !type.addOn()).count() == 1;
        Function<TicketTypeView, Tier> tier =
                type -> tier(type, event, sold.contains(type), only && !type.addOn(), now, text);
        List<Currency> currencies =
                types.stream().map(type -> type.price().currency()).distinct().toList();
        Currency currency = currencies.size() == 1 && !shelf.quoted() ? currencies.getFirst() : null;
        return new PickerView(
                "/events/" + event.slug(),
                groups(types, tier),
                types.stream().filter(TicketTypeView::addOn).map(tier).toList(),
                shelf.unlock(),
                shelf.takesCodes() && open ? BuyerFields.code(shelf.code(), null, text) : null,
                seated ? seats(event, shelf) : null,
                open ? null : closed(event, text),
                currency == null ? null : currency.getCurrencyCode(),
                shelf.quoted(),
                currency == null ? 0 : Math.max(0, currency.getDefaultFractionDigits()));
    }

    public boolean isEmpty() {
        return groups.isEmpty() && addOns.isEmpty() && code == null;
    }

    /** Whether nothing costs anything. */
    public boolean isFree() {
        return Stream.concat(tiers(), addOns.stream()).allMatch(tier -> tier.price() == 0 && tier.choice() == null);
    }

    /** Whether anything can be asked for. */
    public boolean isOpen() {
        return tiers().anyMatch(Tier::isOpen);
    }

    private Stream<Tier> tiers() {
        return groups.stream().flatMap(group -> group.tiers().stream());
    }

    /** Variants of one admission stand where the first of them does. */
    private static List<Group> groups(List<TicketTypeView> types, Function<TicketTypeView, Tier> tier) {
        Map<String, Group> groups = new LinkedHashMap<>();
        types.stream().filter(type -> !type.addOn()).forEach(type -> {
            String key = type.variantOf().isEmpty() ? type.id().toString() : type.variantOf();
            groups.computeIfAbsent(key, none -> new Group(type.variantOf(), new ArrayList<>()))
                    .tiers()
                    .add(tier.apply(type));
        });
        return List.copyOf(groups.values());
    }

    private static String seats(EventView event, Shelf shelf) {
        String key = shelf.code() == null ? shelf.unlock() : shelf.code();
        String path = "/events/" + event.slug() + "/seats";
        return key == null
                ? path
                : UriComponentsBuilder.fromPath(path)
                        .queryParam("unlock", "{key}")
                        .encode()
                        .buildAndExpand(key)
                        .toUriString();
    }

    /** The only choice there is is made already. */
    private static Tier tier(TicketTypeView type, EventView event, boolean open, boolean only, Instant now, Text text) {
        return new Tier(
                "qty_" + type.id(),
                type.name(),
                type.description(),
                BuyerFields.cost(type, text),
                note(type, event, open, now, text),
                open && type.approval(),
                open ? Math.min(type.maxPerOrder(), type.left()) : 0,
                open && only ? 1 : 0,
                type.price().amount(),
                open ? BuyerFields.price(type, null, null, text) : null);
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
