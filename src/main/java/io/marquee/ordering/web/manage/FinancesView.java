package io.marquee.ordering.web.manage;

import io.marquee.event.ManageNav;
import java.util.List;

/**
 * What an event earned, by currency.
 *
 * @param currencies empty while nothing was bought
 */
public record FinancesView(ManageNav nav, List<Earned> currencies) {

    /** @param held disputed and undecided; empty where nothing is @param owed to be handed out at the box office; likewise */
    public record Earned(
            String currency, List<Step> steps, String net, String fees, String held, String owed, List<Type> types) {}

    /** @param amount with its sign, where it is taken off */
    public record Step(String label, String amount) {}

    public record Type(String name, String paid, String discounts, String refunded, String tax, String kept) {}
}
