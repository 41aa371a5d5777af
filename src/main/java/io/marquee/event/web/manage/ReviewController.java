package io.marquee.event.web.manage;

import io.marquee.event.EventDetails;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.event.ManageNav;
import io.marquee.event.TakingPayments;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The wizard's last step: a look at everything, then the publication. */
@Controller
class ReviewController {
    private final Events events;
    private final EventReads reads;
    private final TakingPayments payments;
    private final Access access;

    ReviewController(Events events, EventReads reads, TakingPayments payments, Access access) {
        this.events = events;
        this.reads = reads;
        this.payments = payments;
        this.access = access;
    }

    @GetMapping("/manage/events/{slug}/review")
    ModelAndView review(@PathVariable String slug, Page page) {
        return shown(reads.where(Permission.EDIT_EVENT, slug), FieldErrors.none(), page);
    }

    @PostMapping("/manage/events/{slug}/publication")
    ModelAndView publish(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event = reads.where(Permission.PUBLISH_EVENT, slug);
        try {
            EventView published = events.publish(event.id());
            Flash.good(page.text().get("event.published")).with(redirect);
            return SeeOther.to("/events/" + published.slug());
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            ModelAndView again = shown(event, FieldErrors.ofForm(Objects.requireNonNull(errors.of("endsAt"))), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView shown(EventView event, FieldErrors errors, Page page) {
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.EDIT, access, page.text());
        ReviewView view =
                new ReviewView(nav, WizardSteps.REVIEW.of(event, page.text()), facts(event, page.text()), errors);
        return page.titled(event.details().title()).hue(event.details().hue()).show("event/review", "view", view);
    }

    private List<ReviewView.Fact> facts(EventView event, Text text) {
        EventDetails d = event.details();
        String edit = WizardSteps.DETAILS.path(event);
        List<ReviewView.Fact> facts = new ArrayList<>(List.of(
                fact(text, "when", when(d, text), edit),
                fact(text, "where", place(d), edit),
                fact(text, "description", d.description().isEmpty() ? d.summary() : excerpt(d.description()), edit),
                fact(text, "cover", d.cover() == null ? "" : text.get("event.review.there"), edit),
                fact(text, "visibility", text.of("event.visibility", d.visibility()), edit),
                fact(
                        text,
                        "tickets",
                        text.get(d.ticketing() ? "event.review.see_tickets" : "event.review.no_tickets"),
                        WizardSteps.TICKETS.path(event))));
        if (d.ticketing() && !payments.isPossible(event.organization())) {
            facts.add(fact(text, "payments", "", "/manage/organizations/" + event.organization() + "/payouts"));
        }
        return facts;
    }

    private static ReviewView.Fact fact(Text text, String name, String value, String path) {
        return new ReviewView.Fact(
                text.get("event.review." + name),
                value.isEmpty() ? text.get("event.review.missing." + name) : value,
                path,
                value.isEmpty());
    }

    private static String when(EventDetails d, Text text) {
        if (!d.allDay())
            return text.shortDate(d.startsAt().toLocalDate()) + ", "
                    + text.range(d.startsAt(), d.endsAt(), d.timeZone());
        String first = text.shortDate(d.startsAt().toLocalDate());
        String last = text.shortDate(d.endsAt().toLocalDate().minusDays(1));
        return first.equals(last) ? first : first + " – " + last;
    }

    private static String place(EventDetails d) {
        return Stream.<@Nullable String>of(d.venue(), d.address(), d.city(), d.onlineUrl())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String excerpt(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + " …";
    }
}
