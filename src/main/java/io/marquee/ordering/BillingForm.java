package io.marquee.ordering;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields that ask whom an invoice is for. */
public final class BillingForm {
    private BillingForm() {}

    public static BillingDetails of(Map<String, String> fields) {
        return new BillingDetails(
                fields.get("billing.company"),
                fields.get("billing.address"),
                fields.get("billing.country"),
                fields.get("billing.taxId"));
    }

    public static List<Field> fields(BillingDetails said, FieldErrors errors, Text text) {
        return List.of(
                Field.text("billing.company", text.get("ordering.billing.company"))
                        .with("autocomplete", "organization")
                        .with("maxlength", Integer.toString(BillingDetails.LONGEST_LINE))
                        .value(said.company())
                        .error(errors.of("billing.company")),
                Field.textarea("billing.address", text.get("ordering.billing.address"))
                        .with("autocomplete", "street-address")
                        .with("rows", "3")
                        .with("maxlength", Integer.toString(BillingDetails.LONGEST_ADDRESS))
                        .value(said.address())
                        .error(errors.of("billing.address")),
                Field.select("billing.country", text.get("ordering.billing.country"), countries(text))
                        .with("autocomplete", "country")
                        .value(said.country())
                        .error(errors.of("billing.country")),
                Field.text("billing.taxId", text.get("ordering.billing.tax_id"))
                        .hint(text.get("ordering.billing.tax_id.hint"))
                        .with("autocomplete", "off")
                        .with("maxlength", Integer.toString(BillingDetails.LONGEST_LINE))
                        .value(said.taxId())
                        .error(errors.of("billing.taxId")));
    }

    private static List<Option> countries(Text text) {
        List<Option> options = new ArrayList<>(List.of(Option.of("", text.get("ordering.billing.country.none"))));
        Arrays.stream(Locale.getISOCountries())
                .map(code -> Option.of(code, Locale.of("", code).getDisplayCountry(text.locale())))
                .sorted(Comparator.comparing(Option::label))
                .forEach(options::add);
        return options;
    }
}
