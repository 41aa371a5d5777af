package io.marquee.programme;

import io.marquee.audit.TrailNames;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who speaks in a session, by name. */
@Component
class SpeakersInTrail implements TrailNames {
    private final AgendaRows rows;

    SpeakersInTrail(AgendaRows rows) {
        this.rows = rows;
    }

    @Override
    public String field() {
        return "speaker_id";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> ids) {
        return rows.names(ids);
    }
}
