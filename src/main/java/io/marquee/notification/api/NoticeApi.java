package io.marquee.notification.api;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.notification.NewsStreams;
import io.marquee.notification.NoticeBoard;
import io.marquee.notification.NoticeView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What one is told within the product. */
@RestController
@RequestMapping("/api/v1/me/notifications")
@Tag(name = "Me")
class NoticeApi {
    private static final int MOST = 100;

    private final NoticeBoard board;
    private final NewsStreams streams;

    NoticeApi(NoticeBoard board, NewsStreams streams) {
        this.board = board;
        this.streams = streams;
    }

    record Notifications(List<NoticeView> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "List what you are told, the newest first")
    Notifications list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        Slice<NoticeView> some = board.mine(cursor, limit);
        return new Notifications(some.items(), some.next());
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Hear how many are unread",
            description = "Server-sent events named unread: the number now, and each time it changes.")
    SseEmitter stream() {
        return streams.mine();
    }

    @PostMapping("/{id}/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark a notification as read")
    void read(@PathVariable UUID id) {
        board.read(id);
    }

    @PostMapping("/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark all notifications as read")
    void readAll() {
        board.readAll();
    }
}
