package io.marquee.ordering.web;

import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderState;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of orders as a list's filter. */
public final class OrderStates {
    private OrderStates() {}

    /** A word that is no state shows all. */
    public static @Nullable OrderState parsed(String word) {
        try {
            return word.isBlank() ? null : Wire.parse(OrderState.class, word);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The state's word for an address; blank for all. */
    static String word(String typed) {
        OrderState state = parsed(typed);
        return state == null ? "" : Wire.name(state);
    }

    public static List<Option> options(Text text) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", text.get("ordering.orders.state.all")));
        for (OrderState state : OrderState.values()) {
            options.add(Option.of(Wire.name(state), text.of("ui.state", state)));
        }
        return options;
    }
}
