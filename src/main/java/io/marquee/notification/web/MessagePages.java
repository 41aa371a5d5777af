package io.marquee.notification.web;

import io.marquee.identity.AccountNav;
import io.marquee.kernel.Wire;
import io.marquee.notification.Channel;
import io.marquee.notification.MessagePreferences;
import io.marquee.notification.MessagePreferences.Chosen;
import io.marquee.notification.MessagePreferences.Stopped;
import io.marquee.notification.Way;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Nav;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which messages a person gets, and how. */
@Controller
@RequestMapping(AccountNav.MESSAGES)
class MessagePages {
    private final MessagePreferences preferences;

    MessagePages(MessagePreferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    ModelAndView show(Page page) {
        Text text = page.text();
        Chosen chosen = preferences.mine();
        MessagesView view = new MessagesView(
                Arrays.stream(Topic.values())
                        .map(topic -> new MessagesView.Row(
                                text.of("notification.topic", topic),
                                text.of("notification.topic.hint", topic),
                                boxes(topic, chosen, text)))
                        .toList(),
                chosen.stopped().stream().map(one -> row(one, text)).toList(),
                chosen.digest(),
                chosen.tracked(),
                chosen.verified());
        return page.titled(text.get("identity.account.messages"))
                .at(Nav.ACCOUNT)
                .show("notification/messages", "view", view)
                .addObject("nav", AccountNav.links(AccountNav.MESSAGES, page));
    }

    @PostMapping
    ModelAndView choose(
            @RequestParam(required = false, defaultValue = "") Set<String> ways,
            @RequestParam(defaultValue = "false") boolean digest,
            @RequestParam(defaultValue = "false") boolean tracked,
            Page page,
            RedirectAttributes redirect) {
        preferences.choose(
                Way.choices().stream().filter(way -> ways.contains(name(way))).collect(Collectors.toSet()),
                digest,
                tracked);
        Flash.good(page.text().get("notification.preferences.saved")).with(redirect);
        return SeeOther.to(AccountNav.MESSAGES);
    }

    @PostMapping("/stopped/{id}/removal")
    ModelAndView again(@PathVariable UUID id, Page page, RedirectAttributes redirect) {
        preferences.again(id);
        Flash.good(page.text().get("notification.unsubscribe.again.done")).with(redirect);
        return SeeOther.to(AccountNav.MESSAGES);
    }

    private static List<MessagesView.Box> boxes(Topic topic, Chosen chosen, Text text) {
        return Arrays.stream(Channel.values())
                .map(channel -> new Way(topic, channel))
                .filter(way -> way.isChoice() || way.channel() == Channel.EMAIL && topic.mailed())
                .map(way -> new MessagesView.Box(
                        name(way), text.of("notification.channel", way.channel()), chosen.wants(way), !way.isChoice()))
                .toList();
    }

    private static MessagesView.StoppedRow row(Stopped stopped, Text text) {
        String who = stopped.organization() == null
                ? text.get("notification.preferences.everybody")
                : stopped.organization();
        String what = stopped.topic() == null
                ? text.get("notification.preferences.everything")
                : text.of("notification.topic", stopped.topic());
        return new MessagesView.StoppedRow(
                AccountNav.MESSAGES + "/stopped/" + stopped.id() + "/removal",
                text.get("notification.preferences.stopped", who, what));
    }

    private static String name(Way way) {
        return Wire.name(way.topic()) + "." + Wire.name(way.channel());
    }
}
