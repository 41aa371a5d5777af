package io.marquee.feedback.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.feedback.Feedback;
import io.marquee.feedback.FeedbackAnswer;
import io.marquee.feedback.FeedbackTrend;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was said, for the team of an event and of an organization. */
@Controller
class FeedbackController {
    private static final int PAGE = 25;

    private final Feedback feedback;
    private final EventReads events;
    private final OrganizationReads organizations;
    private final Access access;

    FeedbackController(Feedback feedback, EventReads events, OrganizationReads organizations, Access access) {
        this.feedback = feedback;
        this.events = events;
        this.organizations = organizations;
        this.access = access;
    }

    @GetMapping("/manage/events/{slug}/feedback")
    ModelAndView ofEvent(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String cursor, Page page) {
        EventView event = events.where(Permission.SEE_EVENT, slug);
        Text text = page.text();
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.FEEDBACK, access, text);
        Slice<FeedbackAnswer> said = feedback.comments(slug, cursor, PAGE);
        String here = nav.path() + "/feedback";
        ZoneId zone = event.details().timeZone();
        FeedbackView view = new FeedbackView(
                nav,
                RatingsView.of(feedback.summary(slug), text),
                said.items().stream()
                        .map(answer -> new FeedbackView.Comment(
                                text.get("feedback.of_five", answer.rating()),
                                answer.comment(),
                                text.dateTime(answer.at(), zone)))
                        .toList(),
                new Pagination(
                        cursor == null ? null : here, said.next() == null ? null : here + "?cursor=" + said.next()));
        return page.titled(text.get("feedback.team.title", event.details().title()))
                .hue(event.details().hue())
                .show("feedback/event", "view", view);
    }

    @GetMapping("/manage/organizations/{slug}/feedback")
    ModelAndView ofOrganization(@PathVariable String slug, Page page) {
        OrganizationView organization = organizations.find(slug);
        Text text = page.text();
        TrendView view = new TrendView(
                OrganizationNav.of(organization, OrganizationNav.Entry.FEEDBACK, access, text),
                feedback.trend(organization.id()).stream()
                        .map(trend -> row(trend, text))
                        .toList());
        return page.titled(text.get("feedback.team.title", organization.name()))
                .hue(organization.hue())
                .show("feedback/organization", "view", view);
    }

    private static TrendView.Row row(FeedbackTrend trend, Text text) {
        return new TrendView.Row(
                trend.title(),
                "/manage/events/" + trend.slug() + "/feedback",
                text.dateTime(trend.endsAt(), trend.timeZone()),
                RatingsView.of(trend.summary(), text));
    }
}
