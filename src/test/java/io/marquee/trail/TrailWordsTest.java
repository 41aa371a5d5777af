package io.marquee.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.testing.MarqueeTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People read what changed, and never the name of a column. */
@MarqueeTest
class TrailWordsTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Pages pages;

    @Test
    void each_column_that_is_watched_has_a_word() {
        Text text = pages.text(Locale.ENGLISH);
        assertThat(watched()).contains("unlock_key", "variant_of");
        assertThat(watched())
                .filteredOn(column -> !text.has("trail.field." + column))
                .isEmpty();
    }

    /** Without those that say nothing; of a trigger that only follows updates of some columns these alone. */
    private List<String> watched() {
        return jdbc.sql("""
                        select distinct a.attname
                          from pg_trigger t
                          join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
                          cross join lateral
                            (select string_to_array(encode(t.tgargs, 'escape'), '\\000') args) said
                         where t.tgname = 'audit' and not t.tgisinternal
                           and a.attname <> all (string_to_array(said.args[6], ','))
                           and (t.tgtype & 12 > 0 or a.attnum = any (t.tgattr))
                        """).query(String.class).list();
    }
}
