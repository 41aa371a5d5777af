package io.marquee.ledger.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Stat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organization's balance and statement.
 *
 * @param stats where its money is, by currency
 * @param csv the address of the same statement as a file
 */
public record BalanceView(
        OrganizationNav nav,
        List<Stat> stats,
        List<Field> filters,
        boolean filtered,
        List<Row> rows,
        String csv,
        Pagination pagination) {

    /**
     * @param path of the event; null where it is about none
     * @param lines such as "Sales €40.00"
     * @param money how much more there is at the provider and in the drawer; empty where that stays
     */
    public record Row(
            String when,
            String what,
            @Nullable String event,
            @Nullable String path,
            List<String> lines,
            String money) {}
}
