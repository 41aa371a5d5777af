package io.marquee.ordering.web;

import io.marquee.platform.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form that was refused is shown at the address that it was sent to. Whoever opens that address anew, by the language switch or
 * from the address bar, comes back to the page on which the form stands.
 */
@Controller
class ReopenedForms {

    @GetMapping("/events/{slug}/holds")
    ModelAndView choice(@PathVariable String slug) {
        return SeeOther.to("/events/" + slug);
    }

    @GetMapping("/checkout/{token}/order")
    ModelAndView details(@PathVariable String token) {
        return SeeOther.to("/checkout/" + token);
    }

    @GetMapping("/orders/{token}/refund-requests")
    ModelAndView wish(@PathVariable String token) {
        return SeeOther.to("/orders/" + token);
    }
}
