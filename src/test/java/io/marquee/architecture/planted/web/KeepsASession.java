package io.marquee.architecture.planted.web;

import jakarta.servlet.http.HttpSession;

/** Planted: state on one node. */
public class KeepsASession {
    Object remembered(HttpSession session) {
        return session.getAttribute("cart");
    }
}
