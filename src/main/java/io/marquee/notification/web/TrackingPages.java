package io.marquee.notification.web;

import io.marquee.notification.Tracking;
import io.marquee.notification.Unsubscribing;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the buttons and pictures of mails lead whose opening is told, and where people decide about it. */
@Controller
class TrackingPages {
    /** One point that nobody sees. */
    private static final byte[] POINT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Tracking tracking;
    private final Unsubscribing unsubscribing;
    private final OrganizationReads organizations;

    TrackingPages(Tracking tracking, Unsubscribing unsubscribing, OrganizationReads organizations) {
        this.tracking = tracking;
        this.unsubscribing = unsubscribing;
        this.organizations = organizations;
    }

    @GetMapping("/m/{token}")
    ResponseEntity<Void> follow(@PathVariable String token, HttpServletRequest request) {
        // programs that only look whether a link works have not read anything
        String target = request.getMethod().equals("GET") ? tracking.clicked(token) : tracking.target(token);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, target)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @GetMapping("/m/{token}/point.gif")
    ResponseEntity<byte[]> point(@PathVariable String token) {
        tracking.opened(token);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_GIF)
                .body(POINT);
    }

    @PostMapping("/unsubscribe/{token}/tracking")
    ModelAndView refuse(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean wanted,
            Page page,
            RedirectAttributes redirect) {
        unsubscribing.track(token, wanted);
        Flash.good(page.text().get("notification.preferences.saved")).with(redirect);
        return SeeOther.to("/unsubscribe/" + token);
    }

    @PostMapping("/manage/organizations/{slug}/mail-tracking")
    ModelAndView enable(
            @PathVariable String slug,
            @RequestParam(defaultValue = "false") boolean enabled,
            Page page,
            RedirectAttributes redirect) {
        OrganizationView organization = organizations.find(slug);
        tracking.enable(organization.id(), enabled);
        Flash.good(page.text().get("notification.tracking.saved")).with(redirect);
        return SeeOther.to(OrganizationNav.path(organization) + "/mail-texts");
    }
}
