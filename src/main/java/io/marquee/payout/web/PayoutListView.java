package io.marquee.payout.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** All payouts of an account, newest first. */
public record PayoutListView(
        OrganizationNav nav, List<Link> crumbs, List<PayoutsView.PayoutRow> payouts, Pagination pagination) {}
