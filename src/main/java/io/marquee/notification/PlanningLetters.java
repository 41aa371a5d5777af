package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.Wire;
import io.marquee.planning.PlanningEvent.MilestoneReached;
import io.marquee.planning.PlanningEvent.TasksAtRisk;
import io.marquee.planning.PlanningEvent.TasksOverdue;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells an event's team what is late, and what they have reached. */
@Component
class PlanningLetters {
    private final PostOffice post;
    private final Pages pages;
    private final Settings settings;
    private final EventReads events;
    private final People people;
    private final Acting acting;

    PlanningLetters(PostOffice post, Pages pages, Settings settings, EventReads events, People people, Acting acting) {
        this.post = post;
        this.pages = pages;
        this.settings = settings;
        this.events = events;
        this.people = people;
        this.acting = acting;
    }

    @ApplicationModuleListener
    void on(TasksOverdue late) {
        acting.asSystem(late.organization(), () -> {
            EventView event = events.byId(late.event());
            Object[] words = {event.details().title()};
            people.byIds(List.of(late.person()))
                    .values()
                    .forEach(person -> post.take(mail(
                            "tasks_overdue",
                            "tasks_overdue:" + late.event() + ":" + late.at() + ":" + person.id(),
                            event,
                            person,
                            letter(
                                    "tasks_overdue",
                                    "tasks_overdue",
                                    event,
                                    pages.text(person.locale()),
                                    late.titles(),
                                    "/tasks",
                                    words))));
        });
    }

    @ApplicationModuleListener
    void on(TasksAtRisk risky) {
        acting.asSystem(risky.organization(), () -> {
            EventView event = events.byId(risky.event());
            Object[] words = {event.details().title()};
            people.byIds(risky.people())
                    .values()
                    .forEach(person -> post.take(mail(
                            "tasks_at_risk",
                            "tasks_at_risk:" + risky.event() + ":" + risky.at() + ":" + person.id(),
                            event,
                            person,
                            letter(
                                    "tasks_overdue",
                                    "tasks_at_risk",
                                    event,
                                    pages.text(person.locale()),
                                    risky.titles(),
                                    "/tasks",
                                    words))));
        });
    }

    @ApplicationModuleListener
    void on(MilestoneReached reached) {
        acting.asSystem(reached.organization(), () -> {
            EventView event = events.byId(reached.event());
            String milestone = Wire.name(reached.milestone());
            Object[] words = {event.details().title(), reached.sold(), reached.size()};
            people.byIds(reached.people())
                    .values()
                    .forEach(person -> post.take(mail(
                            "milestone",
                            "milestone:" + event.id() + ":" + milestone + ":" + person.id(),
                            event,
                            person,
                            letter(
                                    "milestone",
                                    "milestone_" + milestone,
                                    event,
                                    pages.text(person.locale()),
                                    List.of(),
                                    "",
                                    words))));
        });
    }

    private static NewMail mail(String kind, String cause, EventView event, PersonView person, Letter letter) {
        String recipient = person.email().value();
        return new NewMail(cause, kind, Topic.TEAM, event.organization(), recipient, null, null, letter);
    }

    /** @param name of what it says, where one kind says several things @param listed what it is about */
    private Letter letter(
            String kind, String name, EventView event, Text text, List<String> listed, String page, Object... words) {
        String key = "notification." + name;
        String common = "notification." + kind;
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(text.get(key + ".body", words));
        if (!listed.isEmpty()) paragraphs.add(String.join(" · ", listed));
        return new Letter(
                        text.code(),
                        event.details().hue(),
                        text.get(key + ".subject", words),
                        text.get(key + ".heading", words),
                        paragraphs,
                        List.of(),
                        new Button(
                                text.get(common + ".button"),
                                settings.baseUrl() + "/manage/events/" + event.slug() + page),
                        List.of(),
                        text.get(common + ".footer", words))
                .worded(key, words);
    }
}
