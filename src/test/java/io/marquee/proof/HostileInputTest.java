package io.marquee.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.PersonId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.proof.Hostility.Attack;
import io.marquee.testing.AdministratorFixture;
import io.marquee.testing.FullHouse;
import io.marquee.testing.FullHouse.House;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PeopleFixture;
import io.marquee.testing.RawHttp;
import io.marquee.testing.RawHttp.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent, the answer is a deliberate one: never a 5xx, and problem+json with a code where a program asked. */
@MarqueeTest(properties = "marquee.world=proof")
class HostileInputTest {
    private static final int ROUTES_IN_A_HOUSE = 100;
    private static final Pattern CODE = Pattern.compile("\"code\":\"[a-z][a-z_]*\"");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private FullHouse houses;

    @Autowired
    private PeopleFixture people;

    @Autowired
    private AdministratorFixture administrators;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private Settings settings;

    private final Map<String, String> failures = new LinkedHashMap<>();

    @Test
    void no_input_brings_any_route_down() {
        attack(20310618, 2);
    }

    @Test
    @Tag("long")
    void nor_do_many_more() {
        attack(System.nanoTime(), 25);
    }

    @Test
    void what_is_no_http_at_all_is_refused_quietly() {
        for (String target : List.of(
                "*",
                "nowhere",
                "http://[",
                "/%",
                "/a b",
                "/\u0001",
                "//",
                "/../../etc/passwd",
                "/;/",
                "/%00",
                "/" + "a".repeat(20_000))) {
            Reply reply = RawHttp.send(settings.baseUrl().getPort(), "GET", target, List.of(), new byte[0]);
            assertThat(reply.status()).as(target).isBetween(0, 499);
            assertThat(reply.body()).as(target).doesNotContain("Apache Tomcat", "at org.", "Exception");
        }
    }

    @Test
    void whatever_number_is_asked_for_no_list_breaks() {
        List<Route> lists = Route.all(mapping).stream()
                .filter(route -> route.api() && route.parameters().contains("limit"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(25);
        House house = houses.build();
        PersonId administrator = administrators.appoint();
        Places places = new Places(house, "");
        String program = "Authorization: Bearer " + people.token(house.owner());
        String root = "Authorization: Bearer " + people.token(administrator);
        for (Route route : lists) {
            String who = route.pattern().startsWith("/api/v1/admin") ? root : program;
            for (String limit : List.of("-1", "0", "1", "100000", "x")) {
                String target = places.path(route.pattern()) + "?limit=" + limit;
                Attack attack = new Attack("GET", target, List.of(who), new byte[0]);
                judge(
                        route,
                        attack,
                        RawHttp.send(settings.baseUrl().getPort(), "GET", target, attack.headers(), attack.body()));
            }
        }
        administrators.dismiss(administrator);
        assertThat(failures.values()).isEmpty();
    }

    @Test
    void what_the_container_refuses_is_told_as_everything_else() {
        Reply program = RawHttp.send(settings.baseUrl().getPort(), "GET", "/api/v1/events/%00", List.of(), new byte[0]);
        assertThat(program.status()).isEqualTo(400);
        assertThat(program.has("application/problem+json")).isTrue();
        assertThat(program.body()).contains("\"code\":\"bad_request\"");

        Reply person = RawHttp.send(
                settings.baseUrl().getPort(), "GET", "/events/%00", List.of("Accept-Language: de"), new byte[0]);
        assertThat(person.status()).isEqualTo(400);
        assertThat(person.body()).contains("lang=\"de\"", "marquee.").doesNotContain("HTTP Status");
    }

    private void attack(long seed, int rounds) {
        Hostility hostility = new Hostility(seed);
        List<Route> routes = Route.all(mapping);
        assertThat(routes).hasSizeGreaterThan(150);
        for (int round = 0; round < rounds; round++) {
            for (int from = 0; from < routes.size(); from += ROUTES_IN_A_HOUSE) {
                List<Route> some = routes.subList(from, Math.min(routes.size(), from + ROUTES_IN_A_HOUSE));
                attack(some, hostility, round);
            }
        }
        assertThat(failures.values()).as("seed " + seed).isEmpty();
    }

    private void attack(List<Route> routes, Hostility hostility, int round) {
        House house = houses.build();
        PersonId administrator = administrators.appoint();
        String token = capabilities.tokenFor(house.order().hold().value());
        Places places = new Places(house, token);
        String owner = "Cookie: marquee_session=" + people.webToken(house.owner());
        String program = "Authorization: Bearer " + people.token(house.owner());
        String root = "Authorization: Bearer " + people.token(administrator);
        for (Route route : routes) {
            String who = switch (route.pattern().startsWith("/admin") ? 1 : (round + routes.indexOf(route)) % 3) {
                case 0 -> route.api() ? program : owner;
                case 1 -> root;
                default -> round % 2 == 0 ? null : "Authorization: Bearer " + token;
            };
            Attack attack = hostility.on(route, places, who);
            judge(
                    route,
                    attack,
                    RawHttp.send(
                            settings.baseUrl().getPort(),
                            attack.method(),
                            attack.target(),
                            attack.headers(),
                            attack.body()));
        }
        administrators.dismiss(administrator);
    }

    private void judge(Route route, Attack attack, Reply reply) {
        String wrong = null;
        boolean neverArrived = reply.status() != 500 && !reply.has("X-Request-Id:");
        if (neverArrived) {
            return; // no HTTP that the server could read: it refuses that before the application is asked
        } else if (reply.status() >= 500) {
            wrong = "answered " + reply.status();
        } else if (reply.status() >= 400
                && attack.target().startsWith("/api/")
                && !attack.method().equals("HEAD")
                && !(reply.has("application/problem+json")
                        && CODE.matcher(reply.body()).find())) {
            wrong = "no problem+json";
        }
        if (wrong != null) failures.putIfAbsent(route + wrong, wrong + ": " + attack + "\n   " + reply);
    }
}
