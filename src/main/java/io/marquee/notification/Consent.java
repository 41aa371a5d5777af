package io.marquee.notification;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Wire;
import io.marquee.platform.mail.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a letter may be sent to an address: the one place that asks what people chose and what came back. */
@Component
class Consent {
    private final SuppressionTable suppressions;
    private final ChoiceTable choices;

    Consent(SuppressionTable suppressions, ChoiceTable choices) {
        this.suppressions = suppressions;
        this.choices = choices;
    }

    /** @return why not, on the wire; null where it may */
    @Nullable
    String against(NewMail mail) {
        // what somebody asks for this very moment they get: they know better than a list whether their mailbox works
        if (mail.topic() == Topic.ACCOUNT || !EmailAddress.isValid(mail.recipient())) return null;
        EmailAddress email = EmailAddress.of(mail.recipient());
        List<Reason> reasons = suppressions.against(mail.organization(), email, mail.topic());
        if (!reasons.isEmpty()) return Wire.name(reasons.getFirst());
        return mail.topic().optional() && !choices.wants(email, mail.topic(), Channel.EMAIL) ? "unwanted" : null;
    }
}
