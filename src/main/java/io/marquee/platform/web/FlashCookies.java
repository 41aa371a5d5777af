package io.marquee.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/** Carries the flash from a redirect to the page behind it in a cookie of a minute, so that nodes keep no session. */
@Component("flashMapManager")
class FlashCookies extends AbstractFlashMapManager {
    private static final String COOKIE = "flash";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final String SEPARATOR = "\u001f";

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        FlashMap flash = cookie == null ? null : read(cookie.getValue());
        // the framework adds to it when the answer is a redirect with a flash of its own
        return flash == null ? null : new ArrayList<>(List.of(flash));
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashes, HttpServletRequest request, HttpServletResponse response) {
        String value = flashes.isEmpty() ? "" : write(flashes.getLast());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(value.isEmpty() ? Duration.ZERO : LIFE)
                        .build()
                        .toString());
    }

    private static String write(FlashMap map) {
        if (!(map.get(Flash.ATTRIBUTE) instanceof Flash flash)) {
            return "";
        }
        String path = map.getTargetRequestPath();
        String text =
                String.join(SEPARATOR, path == null ? "" : path, flash.tone().name(), flash.message());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @return null for whatever we did not write */
    private static @Nullable FlashMap read(String value) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(SEPARATOR, 3);
            if (parts.length != 3) {
                return null;
            }
            FlashMap map = new FlashMap();
            map.setTargetRequestPath(parts[0].isEmpty() ? null : parts[0]);
            map.put(Flash.ATTRIBUTE, new Flash(Tone.valueOf(parts[1]), parts[2]));
            map.startExpirationPeriod((int) LIFE.toSeconds());
            return map;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
