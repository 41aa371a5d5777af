package io.marquee.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the route of a request. The framework tries the patterns of all routes in turn where the path has a variable, which
 * takes a tenth of a request once there are hundreds; here only those are tried that begin alike. Whatever has not exactly one
 * answer is left to the framework.
 */
class Routes extends RequestMappingHandlerMapping {
    /** By the beginning of their pattern. */
    private final Map<String, List<Route>> routes = new HashMap<>();

    private record Route(RequestMappingInfo info, HandlerMethod method) {}

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo info) {
        super.registerHandlerMethod(handler, method, info);
        // as the framework's own: without it the constraints on a method's parameters hold for nothing
        HandlerMethod known = createHandlerMethod(handler, method).createWithValidateFlags();
        Route route = new Route(info, known);
        for (String pattern : info.getPatternValues()) {
            routes.computeIfAbsent(beginning(pattern), beginning -> new ArrayList<>())
                    .add(route);
        }
    }

    /** Three segments within the API, else one. */
    private static String beginning(String path) {
        int segments = path.startsWith("/api/") ? 3 : 1;
        int end = 0;
        for (int i = 0; i < segments && end >= 0; i++) end = path.indexOf('/', end + 1);
        return end < 0 ? path : path.substring(0, end);
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        HandlerMethod found = null;
        RequestMappingInfo match = null;
        for (Route route : routes.getOrDefault(beginning(path), List.of())) {
            RequestMappingInfo matching = getMatchingMapping(route.info(), request);
            boolean second = matching != null && match != null;
            if (second) return super.lookupHandlerMethod(path, request);
            if (matching != null) {
                match = matching;
                found = route.method();
            }
        }
        if (match == null || found == null || CorsUtils.isPreFlightRequest(request)) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found);
        handleMatch(match, path, request);
        return found;
    }
}
