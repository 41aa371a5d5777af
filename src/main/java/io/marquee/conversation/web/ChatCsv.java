package io.marquee.conversation.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.marquee.conversation.chat.MessageView;
import io.marquee.conversation.chat.Moderation;
import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Csv;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What was said as a table, newest first. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
@Component
class ChatCsv {
    private static final int AT_ONCE = 1_000;

    private final Moderation moderation;
    private final Acting acting;

    ChatCsv(Moderation moderation, Acting acting) {
        this.moderation = moderation;
        this.acting = acting;
    }

    /** Page by page as it is read; on a thread of its own, so whoever asked is said again there. */
    StreamingResponseBody of(EventView event) {
        Actor reader = Acting.current();
        return out -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord("at", "name", "handle", "team", "pinned", "deleted", "message");
            @Nullable UUID before = null;
            do {
                UUID last = before;
                List<MessageView> some = acting.as(reader, () -> moderation.export(event, last, AT_ONCE));
                some.forEach(message -> write(csv, message));
                csv.flush();
                before = some.size() < AT_ONCE ? null : some.getLast().id();
            } while (before != null);
        };
    }

    private static void write(CsvWriter csv, MessageView message) {
        csv.writeRecord(
                message.at().toString(),
                Csv.harmless(message.by().name()),
                message.by().handle(),
                String.valueOf(message.by().team()),
                String.valueOf(message.pinned()),
                String.valueOf(message.deleted()),
                Csv.harmless(message.body()));
    }
}
