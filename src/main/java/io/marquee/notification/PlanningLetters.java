package io.marquee.notification;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.Wire;
import io.marquee.planning.PlanningEvent.MilestoneReached;
import io.marquee.planning.PlanningEvent.TasksOverdue;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
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
            people.byIds(List.of(late.person())).values().forEach(person -> {
                Text text = pages.text(person.locale());
                List<String> paragraphs = List.of(
                        text.get(
                                "notification.tasks_overdue.body",
                                late.titles().size(),
                                event.details().title()),
                        String.join(" · ", late.titles()));
                send("tasks_overdue", cause(late, person), event, person, paragraphs, "/tasks");
            });
        });
    }

    @ApplicationModuleListener
    void on(MilestoneReached reached) {
        acting.asSystem(reached.organization(), () -> {
            EventView event = events.byId(reached.event());
            people.byIds(reached.people()).values().forEach(person -> {
                Text text = pages.text(person.locale());
                String body = text.get(
                        "notification.milestone.body." + Wire.name(reached.milestone()),
                        reached.sold(),
                        reached.size(),
                        event.details().title());
                String cause = "milestone:" + event.id() + ":" + Wire.name(reached.milestone()) + ":" + person.id();
                send("milestone", cause, event, person, List.of(body), "");
            });
        });
    }

    private static String cause(TasksOverdue late, PersonView person) {
        return "tasks_overdue:" + late.event() + ":" + late.at() + ":" + person.id();
    }

    private void send(
            String kind, String cause, EventView event, PersonView person, List<String> paragraphs, String page) {
        Text text = pages.text(person.locale());
        String key = "notification." + kind + ".";
        String title = event.details().title();
        Letter letter = new Letter(
                text.code(),
                event.details().hue(),
                text.get(key + "subject", title),
                text.get(key + "heading", title),
                paragraphs,
                List.of(),
                new Button(text.get(key + "button"), settings.baseUrl() + "/manage/events/" + event.slug() + page),
                List.of(),
                text.get(key + "footer", title));
        String recipient = person.email().value();
        post.take(new NewMail(cause, kind, Topic.TEAM, event.organization(), recipient, null, null, letter));
    }
}
