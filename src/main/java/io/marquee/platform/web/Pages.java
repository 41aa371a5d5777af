package io.marquee.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Page} and the {@link Text} that controllers take as parameters. */
@Component
public class Pages implements HandlerMethodArgumentResolver {
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final Assets assets;
    private final ObjectProvider<Viewers> viewers;

    Pages(MessageSource messages, LocaleResolver locales, Assets assets, ObjectProvider<Viewers> viewers) {
        this.messages = messages;
        this.locales = locales;
        this.assets = assets;
        this.viewers = viewers;
    }

    /** The page of one request: with its viewer and flash. Works in error handlers too. */
    public Page of(HttpServletRequest request) {
        return Page.of(new PageRequest(text(request), viewer(request), flash(request), path(request), assets));
    }

    /**
     * A page that is the same for everybody who reads this language, so that its bytes may be kept: no viewer, no flash.
     *
     * @param path the page's own path
     */
    public Page anonymous(Locale locale, String path) {
        return Page.of(new PageRequest(text(locale), null, null, path, assets));
    }

    /** The words in the language of this request. */
    public Text text(HttpServletRequest request) {
        return text(locales.resolveLocale(request));
    }

    /** The words in a language, for mails and jobs: {@code Locale.ENGLISH} or {@code Locale.GERMAN}; others fall back to English. */
    public Text text(Locale locale) {
        return new Text(messages, Languages.nearest(locale));
    }

    private @Nullable Viewer viewer(HttpServletRequest request) {
        var known = viewers.getIfAvailable();
        return known == null ? null : known.of(request);
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var flashes = RequestContextUtils.getInputFlashMap(request);
        return flashes != null && flashes.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null;
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class || parameter.getParameterType() == Text.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) throw new IllegalStateException("pages are shown to HTTP requests only");
        return parameter.getParameterType() == Page.class ? of(request) : text(request);
    }
}
