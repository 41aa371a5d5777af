package io.marquee.trail.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.web.Pages;
import io.marquee.platform.web.Text;
import io.marquee.testing.MarqueeTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Test
    void what_is_kept_as_a_time_a_list_or_a_yes_reads_as_one_and_what_people_wrote_as_they_wrote_it() {
        Map<String, String> kept = Map.of(
                "boolean", "true",
                "timestamp with time zone", "2031-06-18T19:30:00+00:00",
                "timestamp without time zone", "2031-06-18T19:30:00",
                "text[]", "[\"a\", \"b\"]");
        kept.forEach((type, value) -> assertThat(watched(type))
                .as(type)
                .isNotEmpty()
                .allSatisfy(column -> assertThat(said(column, value)).isNotEqualTo(value)));

        assertThat(said("kind", "re_entry")).isEqualTo("re entry");
        assertThat(said("grants", "[\"check_in\",\"edit\"]")).isEqualTo("check in, edit");
        assertThat(said("tags", "[\"early_bird\",\"true\"]")).isEqualTo("early_bird, true");
        assertThat(List.of("early_bird", "true", "[\"a\"]", "2031-06-18T19:30:00Z", "2031-06-18T19:30"))
                .allSatisfy(typed -> assertThat(said("title", typed)).isEqualTo(typed));
    }

    private String said(String field, String value) {
        return TrailWords.of(field, value, ZoneId.of("Europe/Lisbon"), pages.text(Locale.ENGLISH));
    }

    private List<String> watched() {
        return watched("");
    }

    /** Without those that say nothing; of a trigger that only follows updates of some columns these alone. */
    private List<String> watched(String type) {
        return jdbc.sql("""
                        select distinct a.attname
                          from pg_trigger t
                          join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
                          cross join lateral
                            (select string_to_array(encode(t.tgargs, 'escape'), '\\000') args) said
                         where t.tgname = 'audit' and not t.tgisinternal
                           and a.attname <> all (string_to_array(said.args[6], ','))
                           and (t.tgtype & 12 > 0 or a.attnum = any (t.tgattr))
                           and ? in ('', format_type(a.atttypid, null))
                        """).param(type).query(String.class).list();
    }
}
