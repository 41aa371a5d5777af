package io.marquee.pricing.web;

import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.pricing.RuleDetails;
import java.util.List;
import java.util.Locale;

/** The fields of the forms, filled with what was typed, each with what is wrong with it. */
record PriceForms(Typed typed, FieldErrors errors, String currency, Text text) {
    /** @param isNew a code that is out in the world stays as it is */
    List<List<Field>> code(boolean isNew, String zone) {
        Field code = input("code").with("maxlength", "40").with("autocapitalize", "characters");
        return List.of(
                List.of((isNew ? code : code.with("readonly", "true")).required()),
                List.of(percent(), amount(), unit()),
                List.of(tick("wholeCart")),
                List.of(tick("unlocks").hint(text.get("pricing.form.unlocks_hint"))),
                List.of(time("startsAt", zone), time("endsAt", zone)),
                List.of(
                        number("limit").hint(text.get("pricing.form.limit_hint")),
                        number("perPerson").hint(text.get("pricing.form.per_person_hint"))));
    }

    List<List<Field>> rule(RuleDetails.Kind kind) {
        Field name = input("name").with("maxlength", "80").required();
        return switch (kind) {
            case TAX ->
                List.of(
                        List.of(name, percent().required()),
                        List.of(tick("onTop", "tax").hint(text.get("pricing.form.on_top_hint.tax"))),
                        List.of(tick("onFees").hint(text.get("pricing.form.on_fees_hint"))));
            case FEE ->
                List.of(
                        List.of(name),
                        List.of(percent(), amount(), unit()),
                        List.of(tick("onTop", "fee").hint(text.get("pricing.form.on_top_hint.fee"))));
            case GROUP_DISCOUNT ->
                List.of(
                        List.of(number("from")
                                .with("min", "2")
                                .with("max", "100")
                                .required()),
                        List.of(percent(), amount(), unit()));
        };
    }

    private Field percent() {
        return input("percent").with("inputmode", "decimal").with("suffix", "%").with("maxlength", "8");
    }

    private Field amount() {
        return field(Field.text("amount.amount", label("amount.amount")))
                .with("inputmode", "decimal")
                .with("maxlength", "14");
    }

    private Field unit() {
        return Field.select("amount.currency", label("amount.currency"), AmountField.currencies(chosenUnit()))
                .value(chosenUnit())
                .error(errors.of("amount.currency"))
                .required();
    }

    private String chosenUnit() {
        String chosen = typed.get("amount.currency");
        return chosen.isEmpty() ? currency : chosen;
    }

    private Field time(String name, String zone) {
        return field(Field.dateTime(name, text.get("pricing.form." + key(name), zone)));
    }

    private Field input(String name) {
        return field(Field.text(name, label(name)));
    }

    private Field number(String name) {
        return field(Field.number(name, label(name)).with("min", "1"));
    }

    private Field tick(String name, String... of) {
        String label = of.length == 0 ? label(name) : text.get("pricing.form." + key(name) + "." + of[0]);
        return Field.checkbox(name, label).value(!typed.get(name).isEmpty()).error(errors.of(name));
    }

    private Field field(Field field) {
        return field.value(typed.get(field.name())).error(errors.of(field.name()));
    }

    private String label(String name) {
        return text.get("pricing.form." + key(name));
    }

    private static String key(String name) {
        return name.replace("amount.", "").replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
