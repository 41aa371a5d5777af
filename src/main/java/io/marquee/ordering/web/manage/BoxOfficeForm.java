package io.marquee.ordering.web.manage;

import io.marquee.kernel.Money;
import io.marquee.kernel.Wire;
import io.marquee.ordering.BoxOffice;
import io.marquee.ordering.CounterSale;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is typed at the counter. */
record BoxOfficeForm(Map<String, String> fields) {
    static final BoxOfficeForm EMPTY = new BoxOfficeForm(Map.of());

    /** @throws io.marquee.kernel.InvalidInput on an amount that is none */
    BoxOffice.Sale sale(List<TicketTypeView> types, Text text) {
        List<Wanted> items = types.stream()
                .filter(this::wants)
                .map(type ->
                        new Wanted(type.id(), quantity(type), type.minimum() == null ? null : type.price(), List.of()))
                .toList();
        String name = said("name");
        return new BoxOffice.Sale(
                items,
                name.isBlank() ? text.get("ordering.counter.nobody") : name,
                said("email"),
                said("method").equals("card_present") ? CounterSale.Method.CARD_PRESENT : CounterSale.Method.CASH,
                given(types),
                said("note"),
                text.locale());
    }

    private @Nullable Money given(List<TicketTypeView> types) {
        return said("given").isBlank() || types.isEmpty()
                ? null
                : AmountField.parse(
                        "given", said("given"), types.getFirst().price().currency());
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

    private String said(String field) {
        return fields.getOrDefault(field, "");
    }

    List<Field> types(List<TicketTypeView> types, FieldErrors errors, Text text) {
        List<TicketTypeView> wanted = types.stream().filter(this::wants).toList();
        return types.stream()
                .map(type -> Field.number(
                                "quantity." + type.id(),
                                type.name() + " · "
                                        + (type.price().isZero() ? text.get("pricing.free") : text.money(type.price())))
                        .with("min", "0")
                        .with("max", Integer.toString(type.maxPerOrder()))
                        .value(said("quantity." + type.id()))
                        .error(errorOf(wanted.indexOf(type), errors)))
                .toList();
    }

    private static @Nullable String errorOf(int item, FieldErrors errors) {
        return errors.byField().entrySet().stream()
                .filter(error -> error.getKey().startsWith("items[" + item + "]."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    List<Field> fields(List<TicketTypeView> types, FieldErrors errors, Text text) {
        String currency =
                types.isEmpty() ? "" : types.getFirst().price().currency().getCurrencyCode();
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
                        Field.money("given", text.get("ordering.counter.given"), currency)
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
