package io.marquee.identity.web;

import io.marquee.platform.web.LocalPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where somebody wanted to go before they had to sign in: a page of ours, or the first one. */
record Back(String path) {

    static Back of(String typed) {
        return new Back(LocalPath.of(typed));
    }

    /** The path to another page on the way, which then leads back there. */
    String via(String page) {
        return path.equals("/") ? page : page + "?back=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
