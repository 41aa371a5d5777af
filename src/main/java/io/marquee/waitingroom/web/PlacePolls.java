package io.marquee.waitingroom.web;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import io.marquee.waitingroom.Place;
import io.marquee.waitingroom.Places;
import io.marquee.waitingroom.SoldOutRooms;
import io.marquee.waitingroom.WaitingRoom;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers {@code GET /waiting-room/{event}}, which every waiting page asks again and again: from memory, before sessions, roles
 * and controllers, in some eighty bytes, or none where nothing has changed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlacePolls extends OncePerRequestFilter {
    static final String PATH = "/waiting-room/";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Places places;
    private final SoldOutRooms soldOut;

    PlacePolls(Places places, SoldOutRooms soldOut) {
        this.places = places;
        this.soldOut = soldOut;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH) || !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getRequestURI().substring(PATH.length());
        if (!ID.matcher(id).matches()) {
            chain.doFilter(request, response);
            return;
        }
        EventId event = EventId.valueOf(id);
        Place place = places.glance(event, WaitingRoom.pass(request, event));
        byte[] body = json(place, soldOut.has(event)).getBytes(StandardCharsets.US_ASCII);
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static String json(Place place, boolean soldOut) {
        return "{\"stage\":\"" + Wire.name(place.stage()) + "\",\"ahead\":" + place.ahead() + ",\"seconds\":"
                + place.seconds() + ",\"poll\":" + place.pollSeconds() + (soldOut ? ",\"soldOut\":true}" : "}");
    }
}
