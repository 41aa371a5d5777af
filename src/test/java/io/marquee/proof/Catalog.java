package io.marquee.proof;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of all our schemas, as PostgreSQL knows them. */
final class Catalog {
    private Catalog() {}

    /**
     * A table.
     *
     * @param name with its schema
     * @param key an expression over a row that is its primary key as text
     * @param column some column that may be written
     */
    record Table(String name, String key, String column, boolean secured, boolean forced, int policies) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Table> tables(JdbcClient jdbc) {
        return jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as secured,
                               c.relforcerowsecurity as forced,
                               (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
                               coalesce(k.key, '''no key''') as key,
                               (select min(quote_ident(a.attname)) from pg_attribute a where a.attrelid = c.oid
                                and a.attnum > 0 and a.attidentity = '' and not a.attisdropped) as column
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        left join lateral (
                          select 'jsonb_build_array(' || string_agg(quote_ident(a.attname), ', ') || ')::text' as key
                          from pg_index i
                          join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                          where i.indrelid = c.oid and i.indisprimary) k on true
                        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)'
                        order by 1
                        """).query(Table.class).list();
    }
}
