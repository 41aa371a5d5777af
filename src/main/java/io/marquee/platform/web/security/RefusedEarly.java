package io.marquee.platform.web.security;

import io.marquee.kernel.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers from a filter, before any controller was reached. */
public final class RefusedEarly {
    private RefusedEarly() {}

    /** By way of where errors are told to programs as a problem and to people as a page. */
    public static void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        try {
            request.getRequestDispatcher("/error").forward(request, response);
        } finally {
            // else the container takes it for a failure of ours, and answers 500 over it
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        }
    }
}
