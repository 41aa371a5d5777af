package io.marquee.notification.web;

import io.marquee.kernel.Wire;
import io.marquee.notification.Channel;
import io.marquee.notification.DigestEnd;
import io.marquee.notification.Unsubscribing;
import io.marquee.notification.Unsubscribing.Subscription;
import io.marquee.notification.Way;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the link in an optional mail leads. Opening it changes nothing, since scanners of mail open all links; one POST does,
 * from the page or from the reader's mail program (RFC 8058), which sends neither cookie nor origin.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribePages {
    private final Unsubscribing unsubscribing;
    private final DigestEnd digest;

    UnsubscribePages(Unsubscribing unsubscribing, DigestEnd digest) {
        this.unsubscribing = unsubscribing;
        this.digest = digest;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        DigestEnd.Digest mornings = digest.of(token);
        return mornings == null ? ofTopics(token, page) : ofDigest(token, mornings, page);
    }

    private static ModelAndView ofDigest(String token, DigestEnd.Digest digest, Page page) {
        DigestEndView view = new DigestEndView("/unsubscribe/" + token, masked(digest.email()), digest.comes());
        return page.titled(page.text().get("notification.unsubscribe.title"))
                .show("notification/digest-end", "view", view);
    }

    private ModelAndView ofTopics(String token, Page page) {
        Subscription subscription = unsubscribing.read(token);
        Text text = page.text();
        UnsubscribeView view = new UnsubscribeView(
                subscription, "/unsubscribe/" + token, masked(subscription.email()), choices(subscription, text));
        return page.titled(text.get("notification.unsubscribe.title")).show("notification/unsubscribe", "view", view);
    }

    @PostMapping(params = "List-Unsubscribe=One-Click")
    ResponseEntity<Void> oneClick(@PathVariable String token) {
        stop(token, false);
        return ResponseEntity.ok().build();
    }

    @PostMapping
    ModelAndView stop(
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean everything,
            Page page,
            RedirectAttributes redirect) {
        stop(token, everything);
        return told(token, "notification.unsubscribe.done", page, redirect);
    }

    private void stop(String token, boolean everything) {
        if (!digest.stop(token)) unsubscribing.stop(token, everything);
    }

    @PostMapping("/return")
    ModelAndView again(@PathVariable String token, Page page, RedirectAttributes redirect) {
        unsubscribing.again(token);
        return told(token, "notification.unsubscribe.again.done", page, redirect);
    }

    @PostMapping("/choices")
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(required = false, defaultValue = "") Set<Topic> topics,
            Page page,
            RedirectAttributes redirect) {
        unsubscribing.choose(token, topics);
        return told(token, "notification.preferences.saved", page, redirect);
    }

    private static ModelAndView told(String token, String key, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(key)).with(redirect);
        return SeeOther.to("/unsubscribe/" + token);
    }

    private static Field choices(Subscription subscription, Text text) {
        List<Topic> optional = Arrays.stream(Topic.values())
                .filter(topic -> new Way(topic, Channel.EMAIL).isChoice())
                .toList();
        return Field.several(
                        "topics",
                        text.get("notification.unsubscribe.choices"),
                        optional.stream()
                                .map(topic -> new Option(
                                        Wire.name(topic),
                                        text.of("notification.topic", topic),
                                        text.of("notification.topic.hint", topic)))
                                .toList())
                .value(optional.stream()
                        .filter(topic -> !subscription.refused().contains(new Way(topic, Channel.EMAIL)))
                        .map(Wire::name)
                        .collect(Collectors.joining("\n")));
    }

    /** The mail may have been passed on: whoever reads this need not learn the address. */
    private static String masked(String email) {
        return email.substring(0, 1) + "…" + email.substring(email.lastIndexOf('@'));
    }
}
