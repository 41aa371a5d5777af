package io.marquee.identity.web;

import io.marquee.identity.SessionKind;
import io.marquee.identity.SessionView;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.UUID;

/** One session as its row shows it. */
public record SessionRow(UUID id, String device, String address, String seen, String since, boolean current) {

    static SessionRow of(SessionView session, ZoneId zone, Text text) {
        return new SessionRow(
                session.id(),
                session.kind() == SessionKind.API
                        ? text.get("identity.sessions.program")
                        : Browser.of(session.userAgent()).named(text),
                session.address() == null ? "" : session.address(),
                text.dateTime(session.lastSeenAt(), zone),
                text.dateTime(session.createdAt(), zone),
                session.current());
    }
}
