package io.marquee.ticketing;

import io.marquee.kernel.Money;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Text;
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

    /** In words. */
    public static String cost(TicketTypeView type, Text text) {
        if (type.priceIsChosen()) return text.get("ticketing.picker.chosen");
        return type.price().isZero() ? text.get("ticketing.free") : text.money(type.price());
    }
}
