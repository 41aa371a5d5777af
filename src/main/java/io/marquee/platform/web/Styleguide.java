package io.marquee.platform.web;

import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Every shared component once, for whoever builds pages. Not there in production. */
@Controller
@Profile("!production")
class Styleguide {
    private final Clock clock;

    Styleguide(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/styleguide")
    ModelAndView show(Page page) {
        return page.titled("Styleguide").withHtmx().show("platform/styleguide", "samples", samples(page));
    }

    /** The same in any colour. */
    @GetMapping("/styleguide/{hue:\\d{1,3}}")
    ModelAndView show(@PathVariable int hue, Page page) {
        return page.titled("Styleguide").hue(hue).withHtmx().show("platform/styleguide", "samples", samples(page));
    }

    @ResponseBody
    @GetMapping(path = "/styleguide/qr.svg", produces = "image/svg+xml")
    String qr() {
        return QrCode.svg("MARQUEE.K7QF-2M9P.A-TICKET-THAT-OPENS-NO-DOOR");
    }

    private Samples samples(Page page) {
        return new Samples(page.text(), clock.instant());
    }
}
