package io.marquee.ticketing;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What buyers write into beside numbers, alike wherever tickets are chosen. */
public final class BuyerFields {
    public static final String PRICE = "price_";

    private BuyerFields() {}

    /** @param error why what was typed can't be used; null where nothing is wrong */
    public static Field code(@Nullable String typed, @Nullable String error, Text text) {
        return Field.text("code", text.get("ticketing.picker.code"))
                .with("maxlength", "60")
                .with("autocomplete", "off")
                .with("autocapitalize", "characters")
                .with("spellcheck", "false")
                .value(typed)
                .error(error);
    }

    /** @param typed as the buyer wrote it before; null for the suggestion @return null where the price is fixed */
    public static @Nullable Field price(
            TicketTypeView type, @Nullable String typed, @Nullable String error, Text text) {
        Money minimum = type.minimum();
        return minimum == null
                ? null
                : Field.money(
                                PRICE + type.id(),
                                text.get("ticketing.picker.price", type.name()),
                                minimum.currency().getCurrencyCode())
                        .value(typed == null ? AmountField.of(type.price()) : typed)
                        .hint(minimum.isZero() ? null : text.get("ticketing.picker.minimum", minimum))
                        .error(error)
                        .with("maxlength", "14")
                        .required();
    }

    /**
     * Why a choice was not taken, with what is said of an item's price at the field for it.
     *
     * @param items in the order in which they were asked for
     */
    public static FieldErrors errors(@Nullable Refusal refused, Collection<TicketTypeId> items, Text text) {
        if (!(refused instanceof InvalidInput invalid)) return FieldErrors.none();
        Map<String, String> errors =
                new LinkedHashMap<>(FieldErrors.of(invalid, text).byField());
        int item = 0;
        for (TicketTypeId type : items) {
            String error = errors.remove("items[" + item++ + "].price");
            if (error != null) errors.putIfAbsent(PRICE + type, error);
        }
        return new FieldErrors(errors);
    }

    /** What is not said at one of the fields for prices; empty where all of it is. */
    public static String elsewhere(FieldErrors errors) {
        return errors.byField().entrySet().stream()
                .filter(error -> !error.getKey().startsWith(PRICE))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** In words. */
    public static String cost(TicketTypeView type, Text text) {
        if (type.priceIsChosen()) return text.get("ticketing.picker.chosen");
        return type.price().isZero() ? text.get("ticketing.free") : text.money(type.price());
    }
}
