package io.marquee.invoicing.web;

import io.marquee.invoicing.SellerDetails;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TimeZones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The form of a seller's details. */
final class SellerFields {
    private SellerFields() {}

    /** A number of days that is none becomes one that the command refuses. */
    static SellerDetails read(Map<String, String> fields) {
        String days = fields.getOrDefault("waitDays", "");
        return new SellerDetails(
                fields.get("legalName"),
                fields.get("address"),
                fields.get("country"),
                fields.get("taxId"),
                fields.get("prefix"),
                fields.get("footer"),
                fields.get("timeZone"),
                days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : -1);
    }

    static List<Field> of(SellerDetails seller, FieldErrors errors, Text text) {
        return List.of(
                        Field.text("legalName", text.get("invoicing.seller.legal_name"))
                                .with("autocomplete", "organization")
                                .value(seller.legalName())
                                .required(),
                        Field.textarea("address", text.get("invoicing.seller.address"))
                                .with("rows", "3")
                                .with("autocomplete", "street-address")
                                .value(seller.address())
                                .required(),
                        Field.select("country", text.get("invoicing.seller.country"), countries(text))
                                .value(seller.country())
                                .required(),
                        text("taxId", "tax_id", seller.taxId(), text),
                        text("prefix", "prefix", seller.prefix(), text)
                                .with("maxlength", Integer.toString(SellerDetails.LONGEST_PREFIX)),
                        Field.textarea("footer", text.get("invoicing.seller.footer"))
                                .with("rows", "3")
                                .hint(text.get("invoicing.seller.footer.hint"))
                                .value(seller.footer()),
                        Field.select(
                                        "timeZone",
                                        text.get("invoicing.seller.time_zone"),
                                        TimeZones.options(seller.timeZone()))
                                .hint(text.get("invoicing.seller.time_zone.hint"))
                                .value(seller.timeZone())
                                .required(),
                        Field.number("waitDays", text.get("invoicing.seller.wait_days"))
                                .hint(text.get("invoicing.seller.wait_days.hint"))
                                .with("min", "0")
                                .with("max", Integer.toString(SellerDetails.LONGEST_WAIT))
                                .value(seller.waitDays())
                                .required())
                .stream()
                .map(field -> field.error(errors.of(field.name())))
                .toList();
    }

    private static Field text(String name, String key, String value, Text text) {
        return Field.text(name, text.get("invoicing.seller." + key))
                .hint(text.get("invoicing.seller." + key + ".hint"))
                .value(value);
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
