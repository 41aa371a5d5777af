package io.marquee.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** These pages hold tokens and personal data: no cache between us and the person keeps them, nor the back button. */
@ControllerAdvice(basePackageClasses = NeverStored.class)
class NeverStored {
    @ModelAttribute
    void neverStored(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
