package io.marquee.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void what_people_write_comes_out_as_they_meant_it() {
        assertThat(Markdown.html("""
                        # Line-up
                        Four *acts*, **one** pier:

                        1. Ada
                        2. Bob

                        > Bring a jacket.

                        See [the map](https://example.org/map).
                        """))
                .contains("<h3>Line-up</h3>")
                .contains("<em>acts</em>, <strong>one</strong> pier")
                .contains("<ol><li>Ada</li>")
                .contains("<blockquote>")
                .contains("href=\"https://example.org/map\"")
                .containsPattern("rel=\"[^\"]*nofollow[^\"]*\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<iframe src=https://evil.example></iframe>",
                "<a href=\"javascript:alert(1)\" onclick=\"alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox)",
                "![x](https://evil.example/pixel.png)",
                "![x](x\"onerror=\"alert(1))",
                "<style>body{display:none}</style>",
                "<form action=https://evil.example><input name=password></form>",
                "<div style=\"position:fixed;inset:0\">x</div>",
                "<math><mtext></table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "```\n</code></pre><script>alert(1)</script>\n```"
            })
    void hostile_text_stays_text(String hostile) {
        assertThat(Markdown.html(hostile).toLowerCase(Locale.ROOT))
                .doesNotContainPattern("<(script|img|svg|iframe|style|form|input|div|math|object|embed|link|meta)")
                .doesNotContainPattern("<[^>]*\\son\\w+\\s*=")
                .doesNotContainPattern("href=\"(javascript|data|vbscript)")
                .doesNotContainPattern("<[^>]*style=");
    }

    @ParameterizedTest
    @CsvSource({
        "'# A\n## B\n# C', h3 h4 h3",
        "'## A\n#### B\n## C', h3 h4 h3",
        "'### A\n# B\n###### C', h3 h3 h4",
        "'# A\n## B\n### C\n#### D\n##### E', h3 h4 h5 h6 h6"
    })
    void headings_go_down_one_by_one_below_those_of_the_page(String written, String levels) {
        String found = Pattern.compile("<(h\\d)>")
                .matcher(Markdown.html(written))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(levels);
    }

    @Test
    void a_plain_extract_is_one_line_that_ends_at_a_word() {
        assertThat(Markdown.plain("**Four** acts,\n\none pier and the tide going out.", 30))
                .isEqualTo("Four acts, one pier and the…");
    }

    @Test
    void an_extract_never_cuts_a_character_in_two() {
        String notes = "🎵".repeat(40);

        assertThat(Markdown.plain(notes, 30)).matches("(🎵)+…");
    }
}
