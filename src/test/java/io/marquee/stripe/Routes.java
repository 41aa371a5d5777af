package io.marquee.stripe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which question is answered by whom. */
final class Routes {
    @FunctionalInterface
    interface Answering {
        Thing answer(Call call);
    }

    /** What a path meant. */
    record Found(Answering answering, Map<String, String> steps) {}

    private record Route(String method, Pattern path, Answering answering) {}

    private static final Pattern STEP = Pattern.compile("\\{(\\w+)}");

    private final List<Route> routes = new ArrayList<>();

    Routes get(String path, Answering answering) {
        return add("GET", path, answering);
    }

    Routes post(String path, Answering answering) {
        return add("POST", path, answering);
    }

    Routes delete(String path, Answering answering) {
        return add("DELETE", path, answering);
    }

    /** Retrieved and listed, as most things are. */
    Routes readable(String path, String kind) {
        get(path, call -> call.list(kind, path, thing -> true));
        return get(path + "/{id}", call -> call.book().get(kind, call.id()));
    }

    private Routes add(String method, String path, Answering answering) {
        String pattern = STEP.matcher(path).replaceAll("(?<$1>[A-Za-z0-9_]+)");
        routes.add(new Route(method, Pattern.compile(pattern), answering));
        return this;
    }

    Found find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path.matcher(path);
            if (route.method.equals(method) && matcher.matches()) {
                Map<String, String> steps = new LinkedHashMap<>();
                route.path.namedGroups().keySet().forEach(name -> steps.put(name, matcher.group(name)));
                return new Found(route.answering, steps);
            }
        }
        throw Refused.noSuchUrl(method, path);
    }
}
