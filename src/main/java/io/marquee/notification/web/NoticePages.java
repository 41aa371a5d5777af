package io.marquee.notification.web;

import io.marquee.identity.AccountNav;
import io.marquee.identity.People;
import io.marquee.kernel.Slice;
import io.marquee.notification.NewsStreams;
import io.marquee.notification.NoticeBoard;
import io.marquee.notification.NoticeView;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a person is told, and the stream that keeps the bell of their pages right. */
@Controller
@RequestMapping(AccountNav.NOTIFICATIONS)
class NoticePages {
    private static final int PAGE = 30;

    private final NoticeBoard board;
    private final NewsStreams streams;
    private final People people;

    NoticePages(NoticeBoard board, NewsStreams streams, People people) {
        this.board = board;
        this.streams = streams;
        this.people = people;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String cursor, Page page) {
        Text text = page.text();
        ZoneId zone = people.me().timeZone();
        Slice<NoticeView> some = board.mine(cursor, PAGE);
        List<NoticesView.Row> rows =
                some.items().stream().map(notice -> row(notice, zone, text)).toList();
        NoticesView view = new NoticesView(
                rows,
                rows.stream().anyMatch(NoticesView.Row::unread),
                new Pagination(
                        cursor == null ? null : AccountNav.NOTIFICATIONS,
                        some.next() == null ? null : AccountNav.NOTIFICATIONS + "?cursor=" + some.next()));
        return page.titled(text.get("identity.account.notifications"))
                .at(Nav.ACCOUNT)
                .show("notification/notices", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.NOTIFICATIONS, page));
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream() {
        return streams.mine();
    }

    /** Leads to what it is about; it is read then. */
    @PostMapping("/{id}")
    ModelAndView open(@PathVariable UUID id) {
        return SeeOther.to(Objects.requireNonNullElse(board.read(id).link(), AccountNav.NOTIFICATIONS));
    }

    @PostMapping("/readings")
    ModelAndView readAll() {
        board.readAll();
        return SeeOther.to(AccountNav.NOTIFICATIONS);
    }

    private static NoticesView.Row row(NoticeView notice, ZoneId zone, Text text) {
        return new NoticesView.Row(
                AccountNav.NOTIFICATIONS + "/" + notice.id(),
                notice.subject(),
                text.of("notification.topic", notice.topic()) + " · " + text.dateTime(notice.at(), zone),
                notice.readAt() == null);
    }
}
