package io.marquee.platform.web.security;

import io.marquee.kernel.Refusal;

/** Another site made a browser send this. */
final class CrossSiteWrite extends Refusal {
    CrossSiteWrite() {
        super(Kind.FORBIDDEN, "cross_site");
    }
}
