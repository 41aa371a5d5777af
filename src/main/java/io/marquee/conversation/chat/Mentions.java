package io.marquee.conversation.chat;

import io.marquee.event.EventView;
import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Circulation;
import io.marquee.platform.mail.Circulation.Circular;
import io.marquee.platform.mail.Circulation.Copy;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.Letter.Button;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells those within the product whom a message mentions, unless they chose otherwise. */
@Component
class Mentions {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}])@([\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*)");
    private static final int MOST = 10;

    private final RoomRows rooms;
    private final People people;
    private final Circulation circulation;
    private final Pages pages;
    private final Settings settings;

    Mentions(RoomRows rooms, People people, Circulation circulation, Pages pages, Settings settings) {
        this.rooms = rooms;
        this.people = people;
        this.circulation = circulation;
        this.pages = pages;
        this.settings = settings;
    }

    static Set<String> in(String body) {
        return MENTION.matcher(body)
                .results()
                .map((MatchResult found) -> found.group(1).toLowerCase(Locale.ROOT))
                .limit(MOST)
                .collect(Collectors.toSet());
    }

    void tell(EventView event, UUID message, Member by, String body) {
        Set<String> handles = in(body);
        if (handles.isEmpty()) return;
        List<PersonId> mentioned = rooms.byHandles(event.id(), handles).stream()
                .filter(member -> !member.id().equals(by.id()))
                .flatMap(member -> member.person() == null ? Stream.of() : Stream.of(new PersonId(member.person())))
                .distinct()
                .toList();
        List<Copy> copies = people.byIds(mentioned).values().stream()
                .map(person -> copy(event, message, by, person))
                .toList();
        if (!copies.isEmpty())
            circulation.hand(
                    new Circular(message, "chat_mention", Topic.CHAT, event.organization(), false, true), copies);
    }

    private Copy copy(EventView event, UUID message, Member by, PersonView person) {
        Text text = pages.text(person.locale());
        String subject = text.get(
                "conversation.chat.mentioned", by.name(), event.details().title());
        Button open = new Button(
                text.get("conversation.chat.open"), settings.baseUrl() + "/events/" + event.slug() + "/chat");
        Letter letter = new Letter(
                text.code(), event.details().hue(), subject, subject, List.of(), List.of(), open, List.of(), "");
        return new Copy(
                "chat_mention:" + message + ":" + person.id(), person.email().value(), letter);
    }
}
