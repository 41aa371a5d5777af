package io.marquee.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The language switch in the footer. */
@Controller
class Language {
    private final LocaleResolver locales;

    Language(LocaleResolver locales) {
        this.locales = locales;
    }

    @RequestMapping(
            path = "/language",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> change(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, Languages.nearest(Locale.of(to)));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, LocalPath.of(back))
                .build();
    }
}
