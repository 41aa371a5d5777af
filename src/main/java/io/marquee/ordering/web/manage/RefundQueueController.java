package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.ordering.RefundQueue;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What buyers ask back and who waits for an answer: of an event, and of an organization. */
@Controller
class RefundQueueController {
    private static final int PAGE = 25;

    private final EventReads events;
    private final OrganizationReads organizations;
    private final RefundQueue queue;
    private final RefundQueues views;
    private final Access access;

    RefundQueueController(
            EventReads events, OrganizationReads organizations, RefundQueue queue, RefundQueues views, Access access) {
        this.events = events;
        this.organizations = organizations;
        this.queue = queue;
        this.views = views;
        this.access = access;
    }

    @GetMapping("/manage/events/{slug}/refund-requests")
    ModelAndView ofEvent(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        var found = queue.ofEvent(event.organization(), event.id(), RefundQueues.state(state), cursor, PAGE);
        String path = "/manage/events/" + event.slug() + "/refund-requests";
        return page.titled(page.text().get("ordering.queue.title"))
                .hue(event.details().hue())
                .show(
                        "ordering/manage/refund-requests",
                        "view",
                        views.of(path, state, cursor, found, true, page.text()))
                .addObject("nav", ManageNav.of(event, ManageNav.Entry.REFUND_REQUESTS, access, page.text()));
    }

    @GetMapping("/manage/organizations/{slug}/refund-requests")
    ModelAndView ofOrganization(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        OrganizationView organization = organizations.find(slug);
        var found = queue.ofOrganization(organization.id(), RefundQueues.state(state), cursor, PAGE);
        String path = OrganizationNav.path(organization) + "/refund-requests";
        return page.titled(page.text().get("ordering.queue.title"))
                .show(
                        "ordering/manage/organization-refund-requests",
                        "view",
                        views.of(path, state, cursor, found, false, page.text()))
                .addObject(
                        "nav",
                        OrganizationNav.of(organization, OrganizationNav.Entry.REFUND_REQUESTS, access, page.text()));
    }
}
