package io.marquee.audit;

import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes out of the trail what was somebody's own, where no account or address of theirs leads there. The entries stay. */
@Component
public class TrailErasure {
    private final JdbcClient jdbc;
    private final Acting acting;

    TrailErasure(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** Whoever calls has decided that whoever acts may. @param thing what is gone, with whatever the trail says of it */
    @Transactional
    public void forget(String subject, UUID thing) {
        acting.asPlatform(() -> jdbc.sql("""
                        delete from audit.personal where id in (
                          select (apart ->> 'ref')::uuid from audit.entries e
                          cross join lateral jsonb_path_query(e.diff, '$.*[*] ? (exists (@.ref))') apart
                          where e.subject = ? and e.subject_id = ?)
                        """).params(subject, thing).update());
    }
}
