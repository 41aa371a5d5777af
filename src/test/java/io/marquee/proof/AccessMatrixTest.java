package io.marquee.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.testing.FullHouse;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.RawHttp;
import io.marquee.testing.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route is asked by every role, and answers as {@link AccessTable} says. Whoever adds a route adds its line there. Writes
 * send an empty form or object, so that whoever may do it is told what is missing, or has done it.
 */
@MarqueeTest(properties = "marquee.world=proof")
class AccessMatrixTest {
    private static final Pattern LETS_IN = Pattern.compile("[oi]");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private FullHouse houses;

    @Autowired
    private Crowd crowd;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private Settings settings;

    /** Builds the next house while this one is asked: that takes half of the time. */
    private ExecutorService builder;

    private Future<FullHouse.House> next;
    private FullHouse.House house;
    private Places places;

    /** Whether somebody changed something in this house. */
    private boolean worn;

    @BeforeEach
    void open() {
        crowd.gather();
        builder = Executors.newSingleThreadExecutor();
        next = builder.submit(houses::build);
        rebuild();
    }

    @AfterEach
    void close() {
        builder.close();
        crowd.leave();
    }

    @Test
    void every_route_answers_every_role_as_the_table_says() {
        Map<String, String> expected = AccessTable.expected();
        Map<String, String> found = new LinkedHashMap<>();
        // reads first: they wear no house
        List<Route> routes = Route.all(mapping).stream()
                .filter(route -> !AccessTable.UNASKED.containsKey(route.toString()))
                .sorted(Comparator.comparing(Route::writes))
                .toList();
        for (Route route : routes) {
            found.put(route.toString(), answers(route, expected.get(route.toString())));
        }
        assertThat(differences(found, expected)).isEmpty();
    }

    private static List<String> differences(Map<String, String> found, Map<String, String> expected) {
        List<String> differences = new ArrayList<>();
        found.forEach((route, answers) -> {
            if (!answers.equals(expected.get(route))) {
                differences.add(route + ": found " + answers + ", expected " + expected.get(route));
            }
        });
        expected.keySet().stream()
                .filter(route -> !found.containsKey(route))
                .forEach(route -> differences.add(route + " is gone"));
        return differences;
    }

    /**
     * In a worn house a refusal may come of what was done there before, but not while those who may are let in: otherwise
     * everybody is asked again in a new one.
     */
    private String answers(Route route, @Nullable String expected) {
        if (worn && route.ends()) rebuild();
        boolean wornBefore = worn;
        String answers = answers(route);
        if (wornBefore && !(answers.equals(expected) && LETS_IN.matcher(answers).find())) {
            rebuild();
            answers = answers(route);
        }
        return answers;
    }

    private String answers(Route route) {
        return Arrays.stream(Role.values()).map(role -> answer(route, role)).collect(Collectors.joining());
    }

    private String answer(Route route, Role role) {
        List<String> headers = new ArrayList<>(crowd.credentials(role, route.api()));
        if (role == Role.HOLD_TOKEN && route.api()) {
            headers.add("Authorization: Bearer "
                    + capabilities.tokenFor(house.order().hold().value()));
        }
        byte[] body = {};
        if (route.writes()) {
            headers.add("Content-Type: " + AccessTable.type(route));
            body = AccessTable.body(route).getBytes(StandardCharsets.UTF_8);
        }
        Reply reply =
                RawHttp.send(settings.baseUrl().getPort(), route.method(), places.path(route.pattern()), headers, body);
        String answer = Role.answer(reply);
        if (route.writes() && answer.equals("o")) {
            crowd.renew(role);
            if (route.pattern().contains("{")) worn = true;
            if (worn && route.ends()) rebuild();
        }
        return answer;
    }

    private void rebuild() {
        worn = false;
        house = await(next);
        next = builder.submit(houses::build);
        crowd.enter(house);
        places = new Places(house, capabilities.tokenFor(house.order().hold().value()));
    }

    private static FullHouse.House await(Future<FullHouse.House> house) {
        try {
            return house.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("no house could be built", e);
        }
    }
}
