package io.marquee.payout.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved an account's balance: all of it by kind, or what one payout took, or what the operator passed on.
 *
 * @param heading of the page
 * @param facts about the payout that is shown; empty for lists
 * @param state of the payout; null for lists
 * @param kinds to filter by; empty where nothing is filtered
 * @param feeLabel over the second amount: fees, or what was taken back
 */
public record TransactionsView(
        OrganizationNav nav,
        List<Link> crumbs,
        String heading,
        String intro,
        @Nullable Chip state,
        List<String> facts,
        List<Link> kinds,
        String feeLabel,
        List<Row> rows,
        Pagination pagination) {

    public record Row(String kind, String description, String at, String amount, String fee, String net) {}
}
