package io.marquee.feedback.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.feedback.Feedback;
import io.marquee.feedback.FeedbackAnswer;
import io.marquee.feedback.FeedbackQuestions;
import io.marquee.feedback.FeedbackTrend;
import io.marquee.feedback.QuestionResult;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Csv;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import io.marquee.registration.QuestionKind;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What was said, for the team of an event and of an organization. */
@Controller
class FeedbackController {
    private static final int PAGE = 25;

    private final Feedback feedback;
    private final FeedbackQuestions questions;
    private final FeedbackCsv csv;
    private final EventReads events;
    private final OrganizationReads organizations;
    private final Access access;

    FeedbackController(
            Feedback feedback,
            FeedbackQuestions questions,
            FeedbackCsv csv,
            EventReads events,
            OrganizationReads organizations,
            Access access) {
        this.feedback = feedback;
        this.questions = questions;
        this.csv = csv;
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
                RatingsView.of(feedback.summary(slug), feedback.change(event), text),
                questions.results(slug).stream()
                        .map(result -> result(result, text))
                        .toList(),
                said.items().stream()
                        .map(answer -> new FeedbackView.Comment(
                                text.get("feedback.of_five", answer.rating()),
                                answer.comment(),
                                text.dateTime(answer.at(), zone)))
                        .toList(),
                new Pagination(
                        cursor == null ? null : here, said.next() == null ? null : here + "?cursor=" + said.next()),
                here + "/export.csv",
                access.may(Permission.EDIT_EVENT, event.organization(), event.id()) ? here + "/questions" : null);
        return page.titled(text.get("feedback.team.title", event.details().title()))
                .hue(event.details().hue())
                .show("feedback/event", "view", view);
    }

    @GetMapping("/manage/events/{slug}/feedback/export.csv")
    ResponseEntity<StreamingResponseBody> export(@PathVariable String slug) {
        EventView event = events.where(Permission.SEE_EVENT, slug);
        return ResponseEntity.ok()
                .contentType(Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"feedback-" + event.slug() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(csv.of(event));
    }

    private static FeedbackView.Result result(QuestionResult result, Text text) {
        boolean choice = result.question().details().kind() == QuestionKind.YES_NO;
        QuestionResult.Spread spread = result.spread();
        return new FeedbackView.Result(
                result.question().details().label(),
                text.get("feedback.question.answered", result.answered()),
                result.answered(),
                result.counts().stream()
                        .map(count -> new RatingsView.Bar(
                                choice ? text.get("feedback.question." + count.option()) : count.option(),
                                count.times()))
                        .toList(),
                spread == null
                        ? ""
                        : text.get("feedback.question.spread", spread.mean(), spread.least(), spread.most()),
                result.words());
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
                RatingsView.of(trend.summary(), trend.change(), text));
    }
}
