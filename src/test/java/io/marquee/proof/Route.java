package io.marquee.proof;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What the application answers to.
 *
 * @param parameters what its method reads from the query or the form
 * @param fields what its method reads from a body in JSON
 */
record Route(String method, String pattern, Set<String> parameters, Set<String> fields) {

    /** Every mapped one, of pages and of the API, once a method and pattern, in their order. */
    static List<Route> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .collect(java.util.stream.Collectors.toMap(
                        Route::toString, r -> r, Route::and, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    boolean api() {
        return pattern.startsWith("/api/");
    }

    /** Whether whoever comes second finds nothing left to do. */
    boolean ends() {
        return method.equals("DELETE")
                || pattern.matches(
                        ".*/(start|removal|withdrawal|revocation|archival|approval|refusal|cancellation|publication)");
    }

    boolean writes() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    private static Stream<Route> of(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                        .stream()
                                .map(method ->
                                        new Route(method.name(), pattern, parameters(handler), fields(handler))));
    }

    private Route and(Route other) {
        parameters.addAll(other.parameters);
        fields.addAll(other.fields);
        return this;
    }

    private static Set<String> parameters(HandlerMethod handler) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            Parameter reflected = parameter.getParameter();
            if (annotation != null) names.add(annotation.name().isEmpty() ? reflected.getName() : annotation.name());
            if (parameter.getParameterAnnotations().length == 0) addComponents(parameter.getParameterType(), names, 0);
        }
        return names;
    }

    private static Set<String> fields(HandlerMethod handler) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class))
                addComponents(parameter.getParameterType(), names, 0);
        }
        return names;
    }

    private static void addComponents(Class<?> type, Set<String> names, int depth) {
        if (!type.getName().startsWith("io.marquee.") || type.getName().startsWith("io.marquee.platform.") || depth > 2)
            return;
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(component.getName());
                if (!Collection.class.isAssignableFrom(component.getType()))
                    addComponents(component.getType(), names, depth + 1);
            }
        } else {
            Stream.of(type.getMethods())
                    .map(java.lang.reflect.Method::getName)
                    .filter(name -> name.startsWith("set") && name.length() > 3)
                    .forEach(name -> names.add(name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4)));
        }
    }
}
