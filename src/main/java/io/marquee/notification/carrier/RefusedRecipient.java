package io.marquee.notification.carrier;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/** Tells a mailbox that does not exist from a server that refuses for another reason (RFC 5321, RFC 3463). */
final class RefusedRecipient {
    /** By its name: how mail is sent is there at run time alone. Its message is the server's reply to the recipient. */
    private static final String OF_ONE_ADDRESS = "SMTPAddressFailedException";

    private static final Pattern REPLY = Pattern.compile("(\\d{3})[ -]");
    private static final Pattern ENHANCED = Pattern.compile("\\b5\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private RefusedRecipient() {}

    /** @return what the server said, or null where it did not say that there is no such mailbox */
    static @Nullable String in(Exception failure) {
        return all(failure).stream()
                .filter(one -> one.getClass().getSimpleName().equals(OF_ONE_ADDRESS))
                .map(one -> String.valueOf(one.getMessage()))
                .filter(RefusedRecipient::isHard)
                .findFirst()
                .orElse(null);
    }

    /** All that is known, the server's own words last: the outermost says little more than that it did not work. */
    static String words(Exception failure) {
        return all(failure).stream()
                .map(Exception::getMessage)
                .filter(Objects::nonNull)
                .map(String::strip)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static boolean isHard(String said) {
        Matcher reply = REPLY.matcher(said);
        return reply.lookingAt() && isHard(Integer.parseInt(reply.group(1)), said);
    }

    /** A policy (5.7) or a full mailbox (5.2.2) says nothing about the address: that the sender is disliked is no reason to give it up. */
    static boolean isHard(int code, String said) {
        Matcher enhanced = ENHANCED.matcher(said);
        if (enhanced.find()) {
            String subject = enhanced.group(1);
            return subject.equals("1")
                    || subject.equals("2") && enhanced.group(2).equals("1");
        }
        return code == 550 || code == 551 || code == 553 || code == 556;
    }

    private static List<Exception> all(Exception failure) {
        List<Exception> found = new ArrayList<>();
        gather(failure, found);
        return found;
    }

    private static void gather(@Nullable Throwable failure, List<Exception> found) {
        if (!(failure instanceof Exception one) || found.contains(one)) return;
        found.add(one);
        if (one instanceof MailSendException several) {
            for (Exception each : several.getMessageExceptions()) gather(each, found);
        }
        if (one instanceof MessagingException mail) gather(mail.getNextException(), found);
        gather(one.getCause(), found);
    }
}
