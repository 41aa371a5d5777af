package io.marquee.ordering;

import io.marquee.identity.Access;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the books balance, and say what the rows of payments and orders say. */
@Component
public class Books {
    static final String BREACHES = "select breach from ordering.book_breaches limit 100";

    private final JdbcClient jdbc;
    private final Access access;
    private final Acting acting;

    Books(JdbcClient jdbc, Access access, Acting acting) {
        this.jdbc = jdbc;
        this.access = access;
        this.acting = acting;
    }

    /**
     * Each breach in a sentence, at most a hundred; none when all is well. It reads everything.
     *
     * @throws io.marquee.kernel.Refusal unless an administrator or the platform asks
     */
    @Transactional(readOnly = true)
    public List<String> breaches() {
        access.requireAdministrator();
        return acting.asPlatform(() -> {
            jdbc.sql("select set_config('work_mem', '128MB', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql(BREACHES).query(String.class).list();
        });
    }
}
