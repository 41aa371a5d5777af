package io.marquee.ordering.web.manage;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.web.GuestFields;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.registration.Answer;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is typed at the counter: numbers of tickets, prices that the buyer chooses, a code, and how it is paid. */
record BoxOfficeForm(Map<String, String> fields) {
    static final BoxOfficeForm EMPTY = new BoxOfficeForm(Map.of());

    /** @throws io.marquee.kernel.InvalidInput on a price that is none */
    Basket cart(List<TicketTypeView> types) {
        List<Wanted> items = wanted(types).stream()
                .map(type -> new Wanted(type.id(), quantity(type), price(type), List.of()))
                .toList();
        return new Basket(items, code(), null);
    }

    private @Nullable Money price(TicketTypeView type) {
        String field = BuyerFields.PRICE + type.id();
        return type.priceIsChosen()
                ? AmountField.parse(field, said(field), type.price().currency())
                : null;
    }

    /** @throws io.marquee.kernel.InvalidInput on an amount that is none */
    BoxOffice.Sale sale(
            @Nullable Currency currency, List<Ordering.Attendee> attendees, List<Answer> answers, Text text) {
        String name = said("name");
        return new BoxOffice.Sale(
                name.isBlank() ? text.get("ordering.counter.nobody") : name,
                said("email"),
                GuestFields.anyNamed(attendees) ? attendees : List.of(),
                answers,
                said("method").equals("card_present") ? CounterSale.Method.CARD_PRESENT : CounterSale.Method.CASH,
                said("given").isBlank() || currency == null
                        ? null
                        : AmountField.parse("given", said("given"), currency),
                said("note"),
                text.locale());
    }

    List<TicketTypeView> wanted(List<TicketTypeView> types) {
        return types.stream().filter(this::wants).toList();
    }

    boolean wants(TicketTypeView type) {
        return quantity(type) != 0;
    }

    /** What is no number becomes one that the stock refuses. */
    private int quantity(TicketTypeView type) {
        String typed = said("quantity." + type.id()).strip();
        if (typed.isEmpty()) return 0;
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1;
    }

    String code() {
        return said("code").strip();
    }

    private String said(String field) {
        return fields.getOrDefault(field, "");
    }

    /** A number of each, and its price where the buyer chooses that. */
    List<Field> types(List<TicketTypeView> types, FieldErrors errors, Text text) {
        List<TicketTypeView> wanted = wanted(types);
        List<Field> all = new ArrayList<>();
        for (TicketTypeView type : types) {
            all.add(Field.number("quantity." + type.id(), type.name() + " · " + BuyerFields.cost(type, text))
                    .with("min", "0")
                    .with("max", Integer.toString(type.maxPerOrder()))
                    .value(said("quantity." + type.id()))
                    .error(errorOf(wanted.indexOf(type), errors)));
            String price = BuyerFields.PRICE + type.id();
            Field chosen = BuyerFields.price(type, fields.get(price), errors.of(price), text);
            if (chosen != null) all.add(chosen);
        }
        return all;
    }

    private static @Nullable String errorOf(int item, FieldErrors errors) {
        return errors.byField().entrySet().stream()
                .filter(error -> error.getKey().startsWith("items[" + item + "]."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    List<Field> payment(@Nullable Currency currency, FieldErrors errors, Text text) {
        String symbol = currency == null ? "" : currency.getCurrencyCode();
        return List.of(
                        Field.choices(
                                        "method",
                                        text.get("ordering.counter.method"),
                                        Arrays.stream(CounterSale.Method.values())
                                                .map(m ->
                                                        Option.of(Wire.name(m), text.of("ordering.counter.method", m)))
                                                .toList())
                                .value(said("method").isBlank() ? "cash" : said("method"))
                                .required(),
                        Field.money("given", text.get("ordering.counter.given"), symbol)
                                .hint(text.get("ordering.counter.given.hint"))
                                .value(said("given")),
                        Field.text("note", text.get("ordering.counter.note"))
                                .hint(text.get("ordering.counter.note.hint"))
                                .with("maxlength", "200")
                                .value(said("note")),
                        Field.text("name", text.get("ordering.counter.name"))
                                .with("autocomplete", "off")
                                .with("maxlength", "120")
                                .value(said("name")),
                        Field.email("email", text.get("ordering.counter.email"))
                                .with("autocomplete", "off")
                                .hint(text.get("ordering.counter.email.hint"))
                                .value(said("email")))
                .stream()
                .map(field -> field.error(
                        errors.of(field.name().matches("name|email") ? "buyer." + field.name() : field.name())))
                .toList();
    }
}
