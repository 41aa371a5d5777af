package io.marquee.checkin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.marquee.platform.web.Assets;
import io.marquee.testing.Browser;
import io.marquee.testing.MarqueeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** What the scanner decides, keeps and says, rule by rule and without a page. */
@MarqueeTest
@Tag("browser")
class ScannerLogicTest {
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("issued", "admitted"),
            Map.entry("staked", "admitted"),
            Map.entry("checked_in", "already_in"),
            Map.entry("pending_approval", "not_approved"),
            Map.entry("declined", "not_approved"),
            Map.entry("cancelled", "cancelled"),
            Map.entry("refunded", "refunded"),
            Map.entry("expired", "outside_hours"),
            Map.entry("forfeited", "outside_hours"),
            Map.entry("no code", "forged"),
            Map.entry("unknown key", "forged (unknown_key)"),
            Map.entry("another event", "wrong_event"),
            Map.entry("passed on", "transferred"),
            Map.entry("newer than the roster", "admitted (unlisted)"),
            Map.entry("not in the roster", "admitted (unlisted)"),
            Map.entry("not in the roster, limited gate", "unknown (unlisted_limited)"),
            Map.entry("not in the roster, seen", "already_in"),
            Map.entry("left out of the roster", "wrong_gate"),
            Map.entry("other type", "wrong_gate"),
            Map.entry("add-on at a gate", "wrong_gate"),
            Map.entry("add-on at its gate", "admitted"),
            Map.entry("admission at an add-on gate", "wrong_gate"),
            Map.entry("seen here", "already_in"),
            Map.entry("seen here, leaving", "admitted"),
            Map.entry("leaving at a gate that the device is not bound to", "wrong_gate"),
            Map.entry("left, coming back", "already_in"),
            Map.entry("gate that the device is not bound to", "wrong_gate"),
            Map.entry("list: once, checked in", "already_in"),
            Map.entry("list: re-entry, seen", "already_in"),
            Map.entry("list: re-entry, left", "admitted"),
            Map.entry("list: daily, today", "already_in"),
            Map.entry("list: daily, yesterday", "admitted"),
            Map.entry("list: hand-out", "admitted"),
            Map.entry("list: hand-out twice", "already_in"),
            Map.entry("list: not open yet", "outside_hours (list_closed)"),
            Map.entry("list: other type", "wrong_gate"),
            Map.entry("list: other gate", "admitted"),
            Map.entry("list: leaving where it does not count", "wrong_gate"),
            Map.entry("list: leaving late", "admitted"),
            Map.entry("list: refunded", "refunded"),
            Map.entry("typed", "unknown (typed_offline)"),
            Map.entry("typed, one wrong", "unknown (typed_wrong)"),
            Map.entry("name", "Ada Lind"),
            Map.entry("mutants admitted", "0"),
            Map.entry("library", "true false"),
            Map.entry("short codes", "true false false"),
            Map.entry("roster cut off", "refunded c 1"),
            Map.entry("whole roster cut off", "1"),
            Map.entry("wedge", "K7QF2M9P null"),
            Map.entry("ready", "good"),
            Map.entry("old roster", "warn roster"),
            Map.entry("no roster", "bad roster_missing"),
            Map.entry("clock off", "warn clock_off"),
            Map.entry("nothing kept", "bad storage_refused"),
            Map.entry("storage full", "warn storage_full"),
            Map.entry("battery", "bad battery"),
            Map.entry("insecure", "bad insecure"),
            Map.entry(
                    "outbox",
                    "kept 4, sent one busy three busy, left 0: trouble confirmed invalid confirmed 1 put off confirmed"),
            Map.entry("newer than what waited for the disk", "1 2"),
            Map.entry("alone", "admitted true: looked up 1, commits 1, written 1,1"),
            Map.entry("slow disk, then the server", "already_in; waits 0, sent "),
            Map.entry("server while the verdict is written", "admitted provisional; waits 1, sent admitted"),
            Map.entry(
                    "server agrees while the verdict is written",
                    "admitted provisional, admitted late; waits 0, sent "),
            Map.entry("no server", "admitted provisional; waits 1, sent ; after 400"),
            Map.entry("cleared", "open 0"),
            Map.entry("exit", "good: Goodbye, Ada. "),
            Map.entry("exit, never in", "warn: Was never let in here. They may go. Is the direction set rightly?"),
            Map.entry("exit, twice", "warn: Goodbye, Ada. Left already …. Is the direction set rightly?"),
            Map.entry("back, left", "warn: Left already. Left …, and nobody comes in again here."),
            Map.entry("exit alone", "good: Goodbye, Ada. "),
            Map.entry(
                    "exit alone, never in", "warn: Was never let in here. They may go. Is the direction set rightly?"),
            Map.entry("exit alone, twice", "warn: Goodbye, Ada. Left already …. Is the direction set rightly?"),
            Map.entry("exit alone, of somebody unlisted", "good: Goodbye. "),
            Map.entry("back alone, left", "warn: Left already. Left …, and nobody comes in again here."),
            Map.entry("pairing", "234 true true"),
            Map.entry(
                    "torch and zoom",
                    "[{\"torch\":true},{\"zoom\":2},{\"torch\":false},{\"zoom\":3},{\"zoom\":1}] false 1× true"),
            Map.entry("decoders", "OWN SEEN SEEN"),
            Map.entry("vibration", "1 3"),
            Map.entry("zoom", "1,2; "),
            Map.entry("links", "true null"));

    @Autowired
    Assets assets;

    @LocalServerPort
    int port;

    @Test
    void the_rules_say_what_they_should() throws IOException {
        String rules = new ClassPathResource("scanner/logic.js").getContentAsString(StandardCharsets.UTF_8);
        try (Browser browser = new Browser()) {
            Page page = browser.visitor();
            page.navigate("http://localhost:" + port + "/scanner");

            Object said = page.evaluate(rules.substring(rules.indexOf("async")), assets.url("js/scanner/"));

            assertThat(new TreeMap<>((Map<?, ?>) said)).isEqualTo(new TreeMap<>(EXPECTED));
        }
    }
}
