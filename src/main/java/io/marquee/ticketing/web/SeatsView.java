package io.marquee.ticketing.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.seating.SeatPlan;
import io.marquee.seating.SeatStates;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The seats of an event, to choose from.
 *
 * @param path where the form goes
 * @param api where the scripts ask
 * @param why the last choice was not taken, in words; empty where it is said at a field, null where nothing was refused
 * @param sections that can be listed; the one in view is {@code shown}
 * @param rows of the section in view
 * @param chosen that are not in the section in view: kept by the form
 * @param prices the fields for those that the buyer chooses
 * @param code the field for one; null where the event has none
 * @param currency of the sum; null where it takes more than adding up prices
 * @param types sold with a seat, for the legend
 */
public record SeatsView(
        String title,
        String when,
        String eventPath,
        String path,
        String api,
        @Nullable String why,
        List<Section> sections,
        @Nullable Section shown,
        List<Row> rows,
        List<Seat> chosen,
        List<Type> types,
        @Nullable String unlock,
        List<Field> prices,
        @Nullable Field code,
        @Nullable String currency,
        int digits) {

    /** @param types that sell it and can be had */
    public record Section(UUID id, String name, int free, List<Type> types) {}

    public record Row(String label, List<Seat> seats) {}

    /**
     * @param label "12", or "12, accessible"
     * @param name in full
     */
    public record Seat(UUID id, String label, String name, boolean taken, boolean chosen) {}

    /**
     * @param tone which of the plan's colours, from 0
     * @param price of one in minor units
     */
    public record Type(UUID id, String name, String cost, long price, int tone) {}

    private static final int TONES = 6;
    private static final int LISTED_AT_ONCE = 300;

    /**
     * Where seats are picked: by a buyer, or for one who stands at the counter.
     *
     * @param back where one comes from
     */
    record Place(String back, String path) {
        static Place online(EventView event) {
            String page = "/events/" + event.slug();
            return new Place(page, page + "/seats");
        }

        static Place counter(EventView event) {
            String page = "/manage/events/" + event.slug() + "/box-office";
            return new Place(page, page + "/seats");
        }
    }

    static SeatsView of(
            EventView event,
            Place place,
            SeatPlan plan,
            SeatStates states,
            PickerView.Shelf shelf,
            List<TicketTypeView> sold,
            SeatFields fields,
            @Nullable String why,
            FieldErrors errors,
            Text text) {
        List<Type> types = types(plan, sold, text);
        Map<UUID, Type> byId = types.stream().collect(Collectors.toMap(Type::id, type -> type));
        List<SeatPlan.Spot> spots = plan.spots().toList();
        Map<UUID, Long> free = spots.stream()
                .filter(spot -> states.isFree(spot.number()))
                .collect(Collectors.groupingBy(spot -> spot.section().id(), Collectors.counting()));
        List<Section> sections = plan.sections().stream()
                .map(section -> new Section(
                        section.id(),
                        section.name(),
                        free.getOrDefault(section.id(), 0L).intValue(),
                        section.ticketTypes().stream()
                                .filter(byId::containsKey)
                                .map(byId::get)
                                .toList()))
                .filter(section -> !section.types().isEmpty())
                .toList();
        Section shown = sections.stream()
                .filter(section -> section.id().equals(fields.section()))
                .findFirst()
                .orElse(sections.isEmpty() ? null : sections.getFirst());
        boolean oneCurrency = !shelf.quoted()
                && sold.stream().map(type -> type.price().currency()).distinct().count() == 1;
        boolean listed = shown != null && !isLeftClosed(shown, plan, fields);
        return new SeatsView(
                event.details().title(),
                text.dateTime(event.details().startsAt(), event.details().timeZone()),
                place.back(),
                place.path(),
                "/api/v1/events/" + event.id(),
                why,
                sections,
                shown,
                !listed || shown == null ? List.of() : rows(spots, states, shown, fields, text),
                spots.stream()
                        .filter(spot -> fields.seats().contains(spot.seat().id()))
                        .filter(spot ->
                                !listed || shown == null || !spot.section().id().equals(shown.id()))
                        .map(spot -> seat(spot, states, fields, text))
                        .toList(),
                types,
                fields.unlock(),
                sold.stream()
                        .filter(type -> plan.sells(type.id().value()))
                        .map(type -> price(type, fields, errors, text))
                        .filter(Objects::nonNull)
                        .toList(),
                shelf.takesCodes()
                        ? BuyerFields.code(shelf.code() == null ? fields.code() : shelf.code(), null, text)
                        : null,
                oneCurrency ? sold.getFirst().price().currency().getCurrencyCode() : null,
                oneCurrency ? Math.max(0, sold.getFirst().price().currency().getDefaultFractionDigits()) : 0);
    }

    private static @Nullable Field price(TicketTypeView type, SeatFields fields, FieldErrors errors, Text text) {
        String name = BuyerFields.PRICE + type.id();
        return BuyerFields.price(type, fields.prices().get(name), errors.of(name), text);
    }

    /** A large section is listed only for whoever asks for it: the drawing needs no list, and waits for none. */
    private static boolean isLeftClosed(Section shown, SeatPlan plan, SeatFields fields) {
        return fields.section() == null
                && plan.sections().stream()
                        .anyMatch(section -> section.id().equals(shown.id()) && section.size() > LISTED_AT_ONCE);
    }

    /** Those of the plan that can be had, each with a colour of its own as far as there are any. */
    private static List<Type> types(SeatPlan plan, List<TicketTypeView> sold, Text text) {
        List<TicketTypeView> seated =
                sold.stream().filter(type -> plan.sells(type.id().value())).toList();
        return seated.stream()
                .map(type -> new Type(
                        type.id().value(),
                        type.name(),
                        type.approval()
                                ? text.get("ticketing.picker.cost_approval", BuyerFields.cost(type, text))
                                : BuyerFields.cost(type, text),
                        type.price().amount(),
                        seated.indexOf(type) % TONES))
                .toList();
    }

    private static List<Row> rows(
            List<SeatPlan.Spot> spots, SeatStates states, Section shown, SeatFields fields, Text text) {
        return spots.stream()
                .filter(spot -> spot.section().id().equals(shown.id()))
                .collect(Collectors.groupingBy(spot -> spot.row().order(), java.util.TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(row -> new Row(
                        row.getFirst().row().label(),
                        row.stream()
                                .map(spot -> seat(spot, states, fields, text))
                                .toList()))
                .toList();
    }

    private static Seat seat(SeatPlan.Spot spot, SeatStates states, SeatFields fields, Text text) {
        UUID id = spot.seat().id();
        boolean taken = !states.isFree(spot.number());
        return new Seat(
                id,
                spot.seat().accessible()
                        ? text.get(
                                "ticketing.seats.accessible_seat", spot.seat().label())
                        : spot.seat().label(),
                spot.name().words(text),
                taken,
                !taken && fields.seats().contains(id));
    }
}
